import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '#core/cases/case-row.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { projectRecords } from '#core/use-cases/project-records.ts';
import { aCase, aDeletedCase } from '#test/support/a-case.ts';
import { anArticle, articleContent } from '#test/support/an-article.ts';
import { written } from '#test/support/written.ts';
import { knownWordsEmbedder } from '#test/support/known-words-embedder.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { memorySearchIndex } from '#test/support/memory-search-index.ts';
import { oneGeneration } from '#test/support/one-generation.ts';

const key = (id: string, kind: 'case' | 'article' = 'case') => ({ tenant: 'demo', kind, id });

const setup = (rows: readonly CaseRow[], wrap: (cases: CaseStore) => CaseStore = (cases) => cases) => {
  const cases = memoryCaseStore(rows);
  const articles = memoryArticleStore();
  const index = memorySearchIndex();
  const embedder = knownWordsEmbedder('toner', 'drum');
  const versions = (...ids: readonly string[]) => index.versions('demo', 'case', ids);
  return {
    cases,
    articles,
    index,
    embedder,
    versions,
    project: projectRecords({ cases: wrap(cases), articles, ...oneGeneration(index, embedder) }),
  };
};
const failing =
  (...bad: readonly string[]) =>
  (cases: CaseStore): CaseStore => ({
    ...cases,
    async findMany(tenant, ids) {
      if (ids.some((id) => bad.includes(id))) throw new Error('a row that cannot be read');
      return cases.findMany(tenant, ids);
    },
  });

describe('projectRecords', () => {
  it('makes the index equal to the rows', async () => {
    const { project, versions, index } = setup([
      aCase({ id: 'a', version: 3, content: { title: 'drum', description: 'toner', status: 'open' } }),
      aDeletedCase({ id: 'b', version: 5 }),
    ]);

    expect(await project([key('a'), key('b'), key('nobody'), key('a')])).toEqual([]);

    expect(await versions('a', 'b', 'nobody')).toEqual(
      new Map([
        ['a', { version: 3, removed: false }],
        ['b', { version: 5, removed: true }],
      ]),
    );
    const vector = await index.vectorOf('demo', { kind: 'case', id: 'a' });
    expect([...(vector ?? [])]).toEqual([
      expect.closeTo(2 / Math.sqrt(5), 5),
      expect.closeTo(1 / Math.sqrt(5), 5),
    ]);
  });

  it('keeps a case and an article of the same id apart', async () => {
    const { project, articles, index } = setup([aCase({ id: 'same', version: 4 })]);
    await articles.write(written(anArticle({ id: 'same', version: 1 })));

    await project([key('same'), key('same', 'article')]);

    expect(await index.versions('demo', 'case', ['same'])).toEqual(
      new Map([['same', { version: 4, removed: false }]]),
    );
    expect(await index.versions('demo', 'article', ['same'])).toEqual(
      new Map([['same', { version: 1, removed: false }]]),
    );
  });

  it('embeds title, summary and content of an article by their weights, in one call', async () => {
    const { project, articles, index, embedder } = setup([
      aCase({ content: { title: 'drum', status: 'open' } }),
    ]);
    const content = articleContent({ title: 'toner', summary: 'drum', content: 'neither' });
    await articles.write(written(anArticle({ content })));

    await project([key('a-1', 'article')]);

    expect(embedder.texts).toEqual(['neither', 'toner', 'drum']);
    const vector = await index.vectorOf('demo', { kind: 'article', id: 'a-1' });
    expect([...(vector ?? [])]).toEqual([
      expect.closeTo(3 / Math.sqrt(13), 5),
      expect.closeTo(2 / Math.sqrt(13), 5),
    ]);
  });

  it('embeds in one call', async () => {
    const { project, embedder } = setup([
      aCase({ id: 'a' }),
      aCase({ id: 'b', content: { description: 'x', status: 'open' } }),
    ]);

    await project([key('a'), key('b')]);

    expect(embedder.texts).toEqual(['All pages come out white.', 'x', 'Printer prints blank pages', '']);
  });

  it('forgets a row that is gone, so that its id may begin again', async () => {
    const { project, versions, cases, index } = setup([]);
    await index.remove([{ tenant: 'demo', kind: 'case', id: 'a', version: 9 }]);

    await project([key('a')]);
    expect(await versions('a')).toEqual(new Map());

    await cases.write(aCase({ id: 'a', version: 1 }), 0);
    await project([key('a')]);
    expect(await versions('a')).toEqual(new Map([['a', { version: 1, removed: false }]]));
  });

  it('does not forget a case that is made while it looks', async () => {
    let calls = 0;
    const { project, versions } = setup([aCase({ id: 'a' })], (cases) => ({
      ...cases,
      async findMany(tenant, ids) {
        calls += 1;
        return calls === 1 ? new Map() : cases.findMany(tenant, ids);
      },
    }));

    await project([key('a')]);

    expect((await versions('a')).get('a')).toEqual({ version: 1, removed: false });
  });

  it('lets a key that fails alone stop no other', async () => {
    const { project, versions } = setup(
      [aCase({ id: 'a' }), aCase({ id: 'bad' }), aCase({ id: 'c' })],
      failing('bad'),
    );

    const failed = await project([key('a'), key('bad'), key('c')]);

    expect(failed).toMatchObject([
      { key: { tenant: 'demo', id: 'bad' }, error: { message: 'a row that cannot be read' } },
    ]);
    expect([...(await versions('a', 'bad', 'c')).keys()]).toEqual(['a', 'c']);
  });

  it('throws when nothing can be projected, and does not try for long', async () => {
    let calls = 0;
    const { project } = setup([], (cases) => ({
      ...cases,
      async findMany() {
        calls += 1;
        throw new Error('down');
      },
    }));

    await expect(project(Array.from({ length: 200 }, (_, n) => key(`c-${n}`)))).rejects.toThrow(
      'none of 200 records',
    );
    expect(calls).toBeLessThan(10);
    expect(await setup([]).project([])).toEqual([]);
  });

  it('ends equal to the rows in any order and however often it is told', async () => {
    const step = fc.record({ id: fc.constantFrom('a', 'b', 'c'), gone: fc.boolean(), told: fc.nat(3) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { project, versions, cases } = setup([]);
        for (const { id, gone, told } of steps) {
          const version = (await cases.find('demo', id))?.version ?? 0;
          const next = { id, version: version + 1 };
          await cases.write(gone ? aDeletedCase(next) : aCase(next), version);
          if (told === 0) await Promise.all([project([key(id)]), project([key('a'), key('b')])]);
        }
        await project([key('a'), key('b'), key('c')]);

        const rows = await cases.findMany('demo', ['a', 'b', 'c']);
        const expected = [...rows].map(
          ([id, row]) => [id, { version: row.version, removed: row.deleted }] as const,
        );
        expect(await versions('a', 'b', 'c')).toEqual(new Map(expected));
      }),
    );
  });
});
