import { describe, expect, it } from 'vitest';
import type { Embedder } from '#core/ports/embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { projectRecords } from '#core/use-cases/project-records.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { memoryTenantRegistry } from '#test/support/memory-tenant-registry.ts';

const key = (id: string) => ({ tenant: 'demo', kind: 'case' as const, id });
const broken = (index: SearchIndex): SearchIndex => ({
  ...index,
  upsert: () => Promise.reject(new Error('this index is full')),
});

/** Two generations; the second is the one that is searched. */
const setup = (wrap: { built?: typeof broken; live?: typeof broken; model?: Embedder } = {}) => {
  const [built, live] = [memorySearchIndex(), memorySearchIndex()];
  const embedder = knownWordsEmbedder('toner', 'drum');
  const target = (generation: number, index: SearchIndex, model: Embedder) => ({
    name: { model: model.model, dimensions: model.dimensions, generation },
    index,
    embedder: model,
  });
  const targets = [
    target(2, wrap.built?.(built) ?? built, wrap.model ?? embedder),
    target(1, wrap.live?.(live) ?? live, embedder),
  ];
  const cases = memoryCaseStore([aCase({ id: 'a' }), aCase({ id: 'b' }), aDeletedCase({ id: 'c' })]);
  const tenants = memoryTenantRegistry();
  const project = projectRecords({
    cases,
    articles: memoryArticleStore(),
    tenants,
    generations: { written: async () => targets },
  });
  return { built, live, embedder, tenants, project };
};

describe('projectRecords, into several generations', () => {
  it('writes each, and embeds for two of one model once', async () => {
    const { built, live, embedder, project } = setup();

    expect(await project([key('a'), key('b'), key('c'), key('nobody')])).toEqual([]);

    for (const index of [built, live]) {
      expect(await index.versions('demo', 'case', ['a', 'b', 'c', 'nobody'])).toEqual(
        new Map([
          ['a', { version: 1, removed: false }],
          ['b', { version: 1, removed: false }],
          ['c', { version: 2, removed: true }],
        ]),
      );
    }
    expect(embedder.texts).toHaveLength(4);
  });

  it('embeds by the model of each', async () => {
    const model = { ...knownWordsEmbedder('pages'), model: 'another' };
    const { built, live, project } = setup({ model });

    await project([key('a')]);

    expect((await built.vectorOf('demo', key('a')))?.length).toBe(1);
    expect(await live.vectorOf('demo', key('a'))).toBeUndefined();
  });

  it('remembers the tenant before anything of it is indexed', async () => {
    const { tenants, project } = setup();

    await project([key('a')]);

    expect(await tenants.list(9)).toEqual(['demo']);
  });

  it('goes on with the one that is searched when another cannot be written, and says what is to be repaired', async () => {
    const { live, project } = setup({ built: broken });
    const keys = Array.from({ length: 20 }, (_, n) => key(n % 2 === 0 ? 'a' : 'b'));

    const failed = await project(keys);

    expect(failed).toMatchObject([
      { key: key('a'), searched: true, error: { message: 'this index is full' } },
      { key: key('b'), searched: true },
    ]);
    expect(await live.count('demo')).toBe(2);
  });

  it('throws when the one that is searched cannot be written', async () => {
    const { built, project } = setup({ live: broken });

    await expect(project([key('a'), key('b')])).rejects.toThrow('none of 2 records');
    expect(await built.count('demo')).toBe(2);
  });
});
