import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { CaseKey } from '#contracts/case-key.ts';
import { createHandler as projectChanges } from '#lambdas/project-changes/handler.ts';
import { createHandler as repairProjection } from '#lambdas/repair-projection/handler.ts';
import { aCase } from '#test/support/a-case.ts';
import { aContext } from '#test/support/an-api-event.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';

const setup = (...bad: readonly string[]) => {
  const store = memoryCaseStore([aCase({ id: 'a' }), aCase({ id: 'b' })]);
  const index = memorySearchIndex();
  const queued: CaseKey[] = [];
  const deps = {
    cases: {
      ...store,
      async findMany(tenant: string, ids: readonly string[]) {
        if (ids.some((id) => bad.includes(id))) throw new Error('a row that cannot be read');
        return store.findMany(tenant, ids);
      },
    },
    index,
    embedder: knownWordsEmbedder('printer'),
    repairs: { send: async (keys: readonly CaseKey[]) => void queued.push(...keys) },
  };
  return { deps, index, queued };
};
const changes = (...ids: readonly string[]) => ({
  Records: ids.map((id) => ({ dynamodb: { Keys: { pk: { S: `demo#${id}` } } } })),
});
const messages = (...bodies: readonly unknown[]): SQSEvent =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m-${n}`,
      body: JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1' },
    })),
  }) as unknown as SQSEvent;

describe('project-changes', () => {
  it('projects what changed', async () => {
    const { deps, index, queued } = setup();

    expect(await projectChanges(deps)(changes('a', 'b', 'a'), aContext())).toEqual({ batchItemFailures: [] });

    expect(await index.count('demo')).toBe(2);
    expect(queued).toEqual([]);
  });

  it('sends a key that fails alone to the repairs', async () => {
    const { deps, index, queued } = setup('b');

    await projectChanges(deps)(changes('a', 'b'), aContext());

    expect(queued).toEqual([{ tenant: 'demo', id: 'b' }]);
    expect(await index.count('demo')).toBe(1);
  });

  it('gives the batch back when nothing works', async () => {
    const { deps, queued } = setup('a', 'b');

    await expect(projectChanges(deps)(changes('a', 'b'), aContext())).rejects.toThrow('none of 2 cases');
    expect(queued).toEqual([]);
  });
});

describe('repair-projection', () => {
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
