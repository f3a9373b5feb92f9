import { describe, expect, it } from 'vitest';
import { guardedArticleWriter } from '#core/breakers/guarded-article-writer.ts';
import { DomainError } from '#core/domain-error.ts';
import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import type { ArticleWriter, Writing } from '#core/ports/article-writer.ts';
import { anEvidence } from '#test/support/an-evidence.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memoryBreakerStore } from '#test/support/memory-breaker-store.ts';

const WRITING: Writing = {
  draft: { title: 't', summary: 's', statements: [], tags: [] },
  model: 'm',
  promptVersion: '1',
  tokens: { input: 1, output: 1 },
  costMicroUsd: 1,
};
const UNUSABLE = new DraftUnusable('malformed', { ...WRITING });

const setup = () => {
  const [breakers, clock] = [memoryBreakerStore(), fixedClock()];
  let calls = 0;
  let fault: Error | undefined;
  const writer: ArticleWriter = {
    name: 'm.prompt-1',
    async write() {
      calls += 1;
      if (fault) throw fault;
      return WRITING;
    },
  };
  const guarded = guardedArticleWriter({ breakers, clock }, writer);
  return {
    guarded,
    clock,
    calls: () => calls,
    fail: (next: Error | undefined) => (fault = next),
    write: () => guarded.write(anEvidence()).catch((error: unknown) => error),
    phase: async (name: 'article_writer' | 'external_api') => (await breakers.find(name)).state.phase,
  };
};

describe('guardedArticleWriter', () => {
  it('has the name of its writer and writes as it does', async () => {
    const { guarded, write } = setup();

    expect(guarded.name).toBe('m.prompt-1');
    expect(await write()).toBe(WRITING);
  });

  it.each(['unavailable', 'timeout'] as const)(
    'asks nobody any more after five answers of %s',
    async (code) => {
      const { write, fail, calls, phase } = setup();
      fail(new DomainError(code, 'out'));

      for (let n = 0; n < 8; n += 1) await write();

      expect(calls()).toBe(5);
      expect(await phase('article_writer')).toBe('open');
      expect(await write()).toMatchObject({ code: 'unavailable' });
    },
  );

  it('leaves the breaker of the embedding model alone', async () => {
    const { write, fail, phase } = setup();
    fail(new DomainError('unavailable', 'out'));

    for (let n = 0; n < 8; n += 1) await write();

    expect(await phase('external_api')).toBe('closed');
  });

  it.each([
    ['drafts of no use', UNUSABLE],
    ['faults of ours', new Error('bug')],
    ['other refusals', new DomainError('invalid_request', 'no')],
  ])('takes %s for no outage', async (_what, fault) => {
    const { write, fail, calls, phase } = setup();
    fail(fault);

    for (let n = 0; n < 8; n += 1) expect(await write()).toBe(fault);

    expect(calls()).toBe(8);
    expect(await phase('article_writer')).toBe('closed');
  });

  it('asks again after two minutes, and is closed by one answer', async () => {
    const { write, fail, clock, phase } = setup();
    fail(new DomainError('unavailable', 'out'));
    for (let n = 0; n < 5; n += 1) await write();
    fail(undefined);

    clock.advance(120_000);
    expect(await write()).toBe(WRITING);

    expect(await phase('article_writer')).toBe('closed');
  });
});
