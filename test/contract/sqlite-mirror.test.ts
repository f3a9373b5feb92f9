import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { mirrors } from '#adapters/sqlite/mirror/mirrors.ts';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { tenantFile } from '#adapters/sqlite/tenant-file.ts';
import { CaseContent } from '#contracts/case.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import type { Passage } from '#core/search/passage.ts';
import { embedPassages } from '#core/projection/embed-passages.ts';
import { passageOfCase } from '#core/projection/passage-of-case.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { aCase } from '#test/support/a-case.ts';
import { aPassage, aVector } from '#test/support/a-passage.ts';
import { anIndexName } from '#test/support/an-index-name.ts';
import { theStaticModel } from '#test/support/the-static-model.ts';

const root = mkdtempSync(join(tmpdir(), 'caselore-mirror-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const aDirectory = (): string => mkdtempSync(join(root, 'd-'));
const KINDS = ['case', 'article', 'document'] as const;
const CASES = 4_000;
const QUERIES = 25;
const NEAREST = 200;

describe('sqliteSearchIndex with thousands of generated cases', () => {
  const directory = aDirectory();
  const index = sqliteSearchIndex({ directory, name: anIndexName({ model: 'm-256', dimensions: 256 }) });
  let passages: readonly Passage[] = [];
  let asked: readonly { readonly text: string; readonly vector: Float32Array }[] = [];

  beforeAll(async () => {
    const embedder = staticEmbedder(theStaticModel());
    const { cases } = generateSample({ seed: 7, size: CASES });
    const rows = cases.map((line) => {
      const content = CaseContent.parse({ ...line, customer_email: undefined });
      return aCase({ id: line.id, createdAt: new Date(line.created_at).toISOString(), content });
    });
    passages = await embedPassages(embedder, 'demo', rows.map(passageOfCase));
    for (let start = 0; start < passages.length; start += 500)
      await index.upsert(passages.slice(start, start + 500));
    const texts = cases.filter((_, n) => n % (CASES / QUERIES) === 0).map(({ title }) => title);
    const vectors = await embedder.embed(texts, { tenant: 'demo', purpose: 'query' });
    asked = texts.map((text, n) => ({ text, vector: vectors[n]! }));
  });

  const exactly = (vector: Float32Array, accepts: (passage: Passage) => boolean): readonly string[] =>
    passages
      .filter((passage) => passage.vector !== undefined && accepts(passage))
      .map(({ id, vector: own }) => ({ id, score: own!.reduce((sum, x, n) => sum + x * vector[n]!, 0) }))
      .toSorted((a, b) => b.score - a.score)
      .slice(0, NEAREST)
      .map(({ id }) => id);

  it.each<[string, PassageFilters, (passage: Passage) => boolean]>([
    ['all', {}, () => true],
    ['a status', { status: ['open'] }, ({ status }) => status === 'open'],
    [
      'a product and a time',
      { product: ['Halvern D30'], createdFrom: '2025-06-01T00:00:00.000Z' },
      ({ product, createdAt }) => product === 'Halvern D30' && createdAt >= '2025-06-01T00:00:00.000Z',
    ],
    ['a rare tag', { tags: ['vip'] }, ({ tags }) => tags.includes('vip')],
  ])('finds, among %s, nearly all that are exactly nearest', async (_, filters, accepts) => {
    let [found, wanted] = [0, 0];
    for (const { vector } of asked) {
      const search = { tenant: 'demo', kinds: KINDS, filters, vector, limit: NEAREST };
      const hits = (await index.search(search)).vector;
      const exact = exactly(vector, accepts);
      const ids = new Set(hits.map(({ id }) => id));

      expect(hits).toHaveLength(exact.length);
      expect(hits.map(({ score }) => score)).toEqual(
        hits.map(({ score }) => score).toSorted((a, b) => b - a),
      );
      found += exact.filter((id) => ids.has(id)).length;
      wanted += exact.length;
    }

    expect(wanted).toBeGreaterThan(0);
    expect(found / wanted).toBeGreaterThanOrEqual(0.95);
  });

  it('scores words as FTS5 does', async () => {
    const file = new DatabaseSync(join(directory, 'm-256-g1', 'demo.sqlite'), { readOnly: true });
    const ranked = file.prepare('SELECT id, -rank AS score FROM words WHERE words MATCH ?');
    const words = ['blinking', 'firmware', 'overnight', 'serial'];

    for (const text of [...words, words.join(' ')]) {
      const all = { tenant: 'demo', kinds: KINDS, filters: {}, text, limit: CASES };
      const { keyword } = await index.search(all);
      const expected = new Map(ranked.all(text.split(' ').join(' OR ')).map(({ id, score }) => [id, score]));

      expect(keyword.length).toBeGreaterThan(0);
      expect(keyword).toHaveLength(expected.size);
      for (const { id, score } of keyword) expect(score).toBeCloseTo(Number(expected.get(id)), 4);
    }
    file.close();
  });
});

describe('what a thread holds in memory', () => {
  const search = { tenant: 'demo', kinds: KINDS, filters: {}, text: 'drum', vector: aVector(0), limit: 9 };

  it('follows what others write, change, remove and forget', async () => {
    const directory = aDirectory();
    const writer = sqliteSearchIndex({ directory, name: anIndexName() });
    const reader = sqliteSearchIndex({ directory, name: anIndexName() });
    const found = async () => {
      const { keyword, vector } = await reader.search(search);
      return [keyword, vector].map((arm) => arm.map(({ id, version }) => `${id}@${version}`).toSorted());
    };
    await writer.upsert([
      aPassage({ id: 'a', text: 'a drum' }),
      aPassage({ id: 'b', text: 'a drum', vector: undefined }),
    ]);
    expect(await found()).toEqual([['a@1', 'b@1'], ['a@1']]);

    await writer.upsert([
      aPassage({ id: 'a', version: 2, text: 'nothing' }),
      aPassage({ id: 'b', version: 2, text: 'a drum again' }),
    ]);
    expect(await found()).toEqual([['b@2'], ['a@2', 'b@2']]);

    await writer.remove([{ tenant: 'demo', kind: 'case', id: 'a', version: 3 }]);
    expect(await found()).toEqual([['b@2'], ['b@2']]);

    await writer.forget('demo', [
      { kind: 'case', id: 'a' },
      { kind: 'case', id: 'b' },
    ]);
    expect(await found()).toEqual([[], []]);

    await writer.upsert([aPassage({ id: 'c', text: 'a drum' })]);
    expect(await found()).toEqual([['c@1'], ['c@1']]);
  });

  it('answers as one that begins anew does, after any changes', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const change = fc.oneof(
      fc.record({
        act: fc.constant('upsert' as const),
        id,
        version: fc.integer({ min: 1, max: 9 }),
        text: fc.constantFrom('drum', 'a drum and a drum', 'toner', ''),
        axis: fc.option(fc.nat({ max: 7 }), { nil: undefined }),
        status: fc.constantFrom('open', 'closed'),
      }),
      fc.record({ act: fc.constant('remove' as const), id, version: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ act: fc.constant('forget' as const), id }),
    );
    const apply = async (
      index: SearchIndex,
      one: typeof change extends fc.Arbitrary<infer C> ? C : never,
    ) => {
      const key = { kind: 'case', id: one.id } as const;
      if (one.act === 'forget') return index.forget('demo', [key]);
      if (one.act === 'remove') return index.remove([{ ...key, tenant: 'demo', version: one.version }]);
      const vector = one.axis === undefined ? undefined : aVector(0, one.axis);
      return index.upsert([
        aPassage({ ...key, version: one.version, text: one.text, status: one.status, vector }),
      ]);
    };

    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        const directory = aDirectory();
        const open = () => sqliteSearchIndex({ directory, name: anIndexName() });
        const [writer, reader] = [open(), open()];
        for (const one of changes) {
          await apply(writer, one);
          await reader.search(search);
        }
        for (const filters of [{}, { status: ['open'] }])
          expect(await reader.search({ ...search, filters })).toEqual(
            await open().search({ ...search, filters }),
          );
      }),
      { numRuns: 25 },
    );
  });

  it('follows a filter that changes', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() });
    const found = async (filters: PassageFilters) =>
      (await index.search({ ...search, filters })).vector.map(({ id }) => id);
    await index.upsert([aPassage({ category: 'network', tags: ['vpn'] })]);
    expect([await found({ category: ['network'] }), await found({ tags: ['vpn'] })]).toEqual([
      ['c-1'],
      ['c-1'],
    ]);

    await index.upsert([aPassage({ version: 2, category: 'disk', tags: ['raid'] })]);

    expect([await found({ category: ['network'] }), await found({ tags: ['vpn'] })]).toEqual([[], []]);
    expect([await found({ category: ['disk'] }), await found({ tags: ['raid'] })]).toEqual([
      ['c-1'],
      ['c-1'],
    ]);
  });

  it('knows a word as soon as one passage has it, however often it was asked for in vain', async () => {
    const index = sqliteSearchIndex({ directory: aDirectory(), name: anIndexName() });
    const found = async () => (await index.search(search)).keyword.length;
    await index.upsert([aPassage({ text: 'nothing' })]);
    expect([await found(), await found()]).toEqual([0, 0]);

    await index.upsert([aPassage({ id: 'c-2', text: 'a drum' })]);

    expect(await found()).toBe(1);
  });

  it('goes for the least used tenants first when it grows too large, and comes back', async () => {
    const directory = aDirectory();
    const index = sqliteSearchIndex({ directory, name: anIndexName() });
    await index.upsert([aPassage(), aPassage({ tenant: 'other' })]);
    const [one, other] = ['demo', 'other'].map((name) =>
      tenantFile(join(directory, 'm-8-g1', `${name}.sqlite`)),
    );
    const mirrorOf = mirrors(1);

    const first = mirrorOf(one!, 'demo');
    expect(mirrorOf(one!, 'demo')).toBe(first);
    expect(mirrorOf(other!, 'other').passages()).toBe(1);

    const again = mirrorOf(one!, 'demo');
    expect(again).not.toBe(first);
    expect(again.passages()).toBe(1);
    one!.close();
    other!.close();
  });
});
