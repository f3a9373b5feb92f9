import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FunctionName } from '#config/function-name.ts';
import { bundleAll } from '#lib/bundling/bundle-all.ts';
import { bundleFunction } from '#lib/bundling/bundle-function.ts';
import { copyModel } from '#lib/bundling/copy-model.ts';
import { layerContents } from '#lib/bundling/layer-contents.ts';

const root = join(import.meta.dirname, '../..');
const into = mkdtempSync(join(tmpdir(), 'caselore-bundles-'));
const cloud = await bundleAll({
  root,
  into: join(into, 'cloud'),
  engine: 'opensearch',
  embedder: { name: 'static' },
  writer: { name: 'extractive' },
});
const laptop = await bundleAll({
  root,
  into: join(into, 'laptop'),
  engine: 'sqlite',
  embedder: { name: 'static' },
  writer: { name: 'extractive' },
});
afterAll(() => rmSync(into, { recursive: true }));

const filesOf = (directory: string, end: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => join(directory, file));
const codeBytes = (directory: string): number =>
  filesOf(directory, '.mjs').reduce((sum, file) => sum + statSync(file).size, 0);
const MOST_BYTES = 500_000;

/** The code of a function's entry and of the chunks that it imports before it runs. */
const chunksAtStart = (directory: string): readonly string[] => {
  const seen = new Map<string, string>();
  const read = (file: string): void => {
    if (seen.has(file)) return;
    const code = readFileSync(join(directory, file), 'utf8');
    seen.set(file, code);
    for (const [, chunk] of code.matchAll(/(?:from|import)"\.\/([^"]+\.mjs)"/g)) read(chunk!);
  };
  read('index.mjs');
  return [...seen.values()];
};

describe('bundles', () => {
  it.each(FunctionName.options)('%s is at most 500 KB of code, layer included', (name) => {
    expect(codeBytes(cloud.functionDirectory(name)) + codeBytes(cloud.layer)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it.each(FunctionName.options)('%s holds no SQLite in the cloud', (name) => {
    const sources = filesOf(cloud.functionDirectory(name), '.map').flatMap(
      (file) => (JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] }).sources,
    );
    const code = filesOf(cloud.functionDirectory(name), '.mjs').map((file) => readFileSync(file, 'utf8'));

    expect(sources.length).toBeGreaterThan(0);
    expect(sources.filter((source) => /adapters\/sqlite\/(?!.*left-out$)/.test(source))).toEqual([]);
    expect(filesOf(cloud.functionDirectory(name), '.mjs').filter((file) => /\/sqlite/.test(file))).toEqual(
      [],
    );
    expect(code.filter((text) => /node:sqlite|sqlite-vec/.test(text))).toEqual([]);
  });

  it('keep OpenSearch in a chunk of its own, in the cloud and on a laptop', () => {
    for (const { functionDirectory } of [cloud, laptop]) {
      const directory = functionDirectory('search');
      const chunks = filesOf(directory, '.mjs').filter((file) =>
        readFileSync(file, 'utf8').includes('external_gte'),
      );

      expect(chunks.map((file) => relative(directory, file))).toEqual([
        expect.stringMatching(/^open-opensearch-/),
      ]);
    }
  });

  it('hold SQLite on a laptop, where something searches', () => {
    const code = filesOf(laptop.functionDirectory('search'), '.mjs').map((file) =>
      readFileSync(file, 'utf8'),
    );

    expect(code.some((text) => text.includes('node:sqlite'))).toBe(true);
  });

  it.each(FunctionName.options)('%s has the embedding table exactly if it embeds', (name) => {
    const embeds = [
      'search',
      'project-changes',
      'repair-projection',
      'rebuild-index',
      'vectorise',
      'tend-breakers',
    ].includes(name);

    for (const file of ['models/static-en-256.bin', 'models/vocab.txt']) {
      expect(existsSync(join(cloud.functionDirectory(name), file))).toBe(embeds);
    }
  });

  it('hold the static table beside a model of Bedrock, by way of which an index comes to it', async () => {
    const own = join(into, 'bedrock');
    const embedder = {
      name: 'titan-v2',
      region: 'us-east-1',
      modelId: 'amazon.titan-embed-text-v2:0',
      dimensions: 1024,
      usdPerMillionTokens: 1,
    } as const;
    await bundleFunction({ root, into: own, name: 'search', embedder, without: [] });

    expect(existsSync(join(own, 'index.mjs'))).toBe(true);
    expect(readdirSync(join(own, 'models')).toSorted()).toEqual(['static-en-256.bin', 'vocab.txt']);
  });

  it('take the optional model only where it was fetched, and say how to', async () => {
    const elsewhere = join(into, 'elsewhere');
    const copy = () =>
      copyModel({ root: elsewhere, into: elsewhere, embedder: { name: 'minilm', workers: 1 } });

    await expect(copy()).rejects.toThrow('npm run model:minilm');
  });

  it.each([
    ['authorise', ['client-dynamodb', 'lib-dynamodb']],
    ['search', ['client-dynamodb', 'lib-dynamodb']],
    ['dispatch-segments', ['client-dynamodb', 'client-sqs', 'lib-dynamodb']],
    ['api-docs', []],
  ] as const)('%s loads no AWS client that it may never need', (name, clients) => {
    const loaded = chunksAtStart(cloud.functionDirectory(name)).flatMap((code) =>
      [...code.matchAll(/(?:from|import)"@aws-sdk\/([\w-]+)"/g)].map(([, client]) => client!),
    );

    expect([...new Set(loaded)].toSorted()).toEqual(clients);
  });

  it('leave what the layer provides to the layer', () => {
    for (const specifier of layerContents) {
      const [scope, name, part = 'index'] = specifier.split('/') as [string, string, string?];
      expect(existsSync(join(cloud.layer, 'nodejs/node_modules', scope, name, `${part}.mjs`))).toBe(true);
    }
    expect(filesOf(cloud.layer, '.mjs').filter((file) => file.includes('@aws-sdk'))).toEqual([]);
  });
});
