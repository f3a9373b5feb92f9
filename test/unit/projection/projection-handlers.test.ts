import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { RecordKey } from '#contracts/record-key.ts';
import { createHandler as projectChanges } from '#lambdas/project-changes/handler.ts';
import { createHandler as repairProjection } from '#lambdas/repair-projection/handler.ts';
import { aCase } from '#test/support/a-case.ts';
import { anArticle } from '#test/support/an-article.ts';
import { aContext } from '#test/support/an-api-event.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { oneGeneration } from '#test/support/one-generation.ts';

const setup = (...bad: readonly string[]) => {
  const store = memoryCaseStore([aCase({ id: 'a' }), aCase({ id: 'b' })]);
  const index = memorySearchIndex();
  const queued: RecordKey[] = [];
  const deps = {
    cases: {
      ...store,
      async findMany(tenant: string, ids: readonly string[]) {
        if (ids.some((id) => bad.includes(id))) throw new Error('a row that cannot be read');
        return store.findMany(tenant, ids);
      },
    },
    articles: memoryArticleStore([anArticle({ id: 'a' })]),
    kindOfTable: new Map([
      ['cases-x', 'case'],
      ['articles-x', 'article'],
    ] as const),
    ...oneGeneration(index, knownWordsEmbedder('printer')),
    repairs: { send: async (keys: readonly RecordKey[]) => void queued.push(...keys) },
  };
  return { deps, index, queued };
};
const changesOf = (table: string, ...ids: readonly string[]) => ({
  Records: ids.map((id) => ({
    eventSourceARN: `arn:aws:dynamodb:us-east-1:000000000000:table/${table}/stream/2026-01-01T00:00:00.000`,
    dynamodb: { Keys: { pk: { S: `demo#${id}` } } },
  })),
});
const changes = (...ids: readonly string[]) => changesOf('cases-x', ...ids);
const messages = (...bodies: readonly unknown[]): SQSEvent =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m-${n}`,
      body: JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1795321800000' },
    })),
  }) as unknown as SQSEvent;

describe('project-changes', () => {
  it('projects what changed', async () => {
    const { deps, index, queued } = setup();

    expect(await projectChanges(deps)(changes('a', 'b', 'a'), aContext())).toEqual({ batchItemFailures: [] });

    expect(await index.count('demo')).toBe(2);
    expect(queued).toEqual([]);
  });

  it('knows by the stream which kind of record changed', async () => {
    const { deps, index } = setup();
    const handler = projectChanges(deps);

    await handler(changesOf('articles-x', 'a'), aContext());

    expect([...(await index.versions('demo', 'article', ['a'])).keys()]).toEqual(['a']);
    expect(await index.versions('demo', 'case', ['a'])).toEqual(new Map());
    await expect(handler(changesOf('imports-x', 'a'), aContext())).rejects.toThrow('no table of records');
  });

  it('sends a key that fails alone to the repairs', async () => {
    const { deps, index, queued } = setup('b');

    await projectChanges(deps)(changes('a', 'b'), aContext());

    expect(queued).toEqual([{ tenant: 'demo', kind: 'case', id: 'b' }]);
    expect(await index.count('demo')).toBe(1);
  });

  it('gives the batch back when nothing works', async () => {
    const { deps, queued } = setup('a', 'b');

    await expect(projectChanges(deps)(changes('a', 'b'), aContext())).rejects.toThrow('none of 2 records');
    expect(queued).toEqual([]);
  });
});

describe('repair-projection', () => {
  it('takes a message without a kind for a case, as those of before', async () => {
    const { deps, index } = setup();
    const event = messages({ tenant: 'demo', id: 'b' }, { tenant: 'demo', id: 'a', kind: 'article' });

    expect(await repairProjection(deps)(event, aContext())).toEqual({ batchItemFailures: [] });

    expect([...(await index.versions('demo', 'case', ['a', 'b'])).keys()]).toEqual(['b']);
    expect([...(await index.versions('demo', 'article', ['a', 'b'])).keys()]).toEqual(['a']);
  });

  it('projects each key of its messages and keeps those that fail', async () => {
    const { deps, index } = setup('b');
    const event = messages({ tenant: 'demo', id: 'a' }, { tenant: 'demo', id: 'b' }, { id: 'no tenant' });

    const answer = await repairProjection(deps)(event, aContext());

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual([
      'm-1',
      'm-2',
    ]);
    expect(await index.count('demo')).toBe(1);
  });
});
