import { join } from 'node:path';
import { build } from 'esbuild';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openArticleWriter } from '#lambdas/wiring/open-article-writer.ts';
import { writerTerms } from '#lambdas/wiring/writer-terms.ts';
import { leaveOut } from '#lib/bundling/leave-out.ts';
import { withoutModelWriter } from '#lib/bundling/without-model-writer.ts';
import { WriterModel } from '#contracts/writer-name.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';

const setup = (env: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  return () => openArticleWriter(() => ({ breakers: memoryBreakerStore(), clock: fixedClock() }));
};
afterEach(() => vi.unstubAllEnvs());

const PRICES = { WRITER_USD_PER_MILLION_INPUT: '2', WRITER_USD_PER_MILLION_OUTPUT: '10' };
const PLACE = { WRITER_MODEL_ID: 'global.anthropic.claude-sonnet-5-5', WRITER_REGION: 'us-east-1' };

describe('openArticleWriter', () => {
  it('opens the extractive writer, which is free', async () => {
    const open = setup({ ARTICLE_WRITER: 'extractive' });

    expect((await open()).name).toMatch(/^extractive/);
    expect(writerTerms()).toMatchObject({ microUsdPerToken: { input: 0, output: 0 } });
  });

  it.each(WriterModel.options)('opens %s, at the prices of the settings', async (model) => {
    const open = setup({ ARTICLE_WRITER: model, ...PRICES, ...PLACE });

    expect((await open()).name).toMatch(new RegExp(`^${model}.prompt-`));
    expect(writerTerms()).toMatchObject({ writer: model, microUsdPerToken: { input: 2, output: 10 } });
  });

  it.each([
    ['no name', {}],
    ['a name that nobody has', { ARTICLE_WRITER: 'gpt' }],
    ['a model without its price', { ARTICLE_WRITER: 'nova-2-lite', ...PLACE }],
    ['a model without its id', { ARTICLE_WRITER: 'nova-2-lite', ...PRICES }],
  ])('refuses %s', async (_what, env) => {
    await expect(setup(env)()).rejects.toThrow('environment variables are wrong');
  });
});

describe('the bundle of who writes extracts only', () => {
  const bundle = async (without: readonly string[]) => {
    const { outputFiles } = await build({
      absWorkingDir: join(import.meta.dirname, '../../..'),
      entryPoints: ['lambdas/wiring/open-article-writer.ts'],
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      outdir: 'never-written',
      write: false,
      external: ['@aws-sdk/*', '@smithy/*'],
      logLevel: 'silent',
      plugins: [leaveOut(without)],
    });
    return outputFiles.map(({ text }) => text).join('\n');
  };

  it('holds no client of Bedrock and no prompt', async () => {
    const extractive = await bundle(withoutModelWriter({ name: 'extractive' }));

    expect(extractive.includes('client-bedrock-runtime')).toBe(false);
    expect(extractive.includes('is not part of this artefact')).toBe(true);
  });

  it('holds one where a model writes', async () => {
    const modelled = await bundle(withoutModelWriter({ name: 'nova-2-lite' }));

    expect(modelled.includes('client-bedrock-runtime')).toBe(true);
  });
});
