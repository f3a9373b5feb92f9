import { describe, expect, it } from 'vitest';
import { coverageOf } from '#core/articles/coverage.ts';
import { stalenessOf } from '#core/articles/staleness.ts';
import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';
import { aGeneratedArticle, itsGeneration } from '#test/support/a-generated-article.ts';
import { anArticle } from '#test/support/an-article.ts';

const OLD = '2026-01-15T00:00:00.000Z';
const NEW = '2026-02-15T00:00:00.000Z';
const FUSE = 'Replaced the blown fuse of the charger';
const FIRMWARE = 'Installed firmware release twelve on the controller';

const told = (id: string, body: string, resolvedAt?: string): EvidenceCase => ({
  id,
  resolvedAt,
  texts: [
    { field: 'title', body: 'Charger sparks' },
    { field: 'resolution', body },
  ],
});
const OLDER = ['c-1', 'c-2', 'c-3', 'c-4'].map((id) => told(id, FUSE, OLD));

const evidence = (newer: readonly EvidenceCase[], overrides: Partial<Evidence> = {}): Evidence => ({
  tenant: 'demo',
  patternId: 'p-1',
  hash: 'e-2',
  customers: 3,
  cases: [...OLDER, ...newer],
  size: OLDER.length + newer.length,
  ...overrides,
});
const newer = (count: number, body: string): EvidenceCase[] =>
  Array.from({ length: count }, (_, n) => told(`n-${body.length}-${n}`, `${body}, ticket ${n}`, NEW));
const article = aGeneratedArticle({ generation: itsGeneration({ cases: 4 }) });

describe('stalenessOf', () => {
  it('counts newer cases that end as the older ones did', () => {
    expect(stalenessOf(article, evidence(newer(2, FUSE)))).toEqual({
      more: 2,
      agreeing: [expect.any(String), expect.any(String)],
      differing: [],
      contradicted: false,
    });
  });

  it('is contradicted by three cases that end with another remedy, if they are two in five', () => {
    const three = newer(3, FIRMWARE);

    expect(stalenessOf(article, evidence(three))).toMatchObject({
      differing: three.map(({ id }) => id),
      contradicted: true,
    });
    expect(stalenessOf(article, evidence([...three, ...newer(4, FUSE)]))!.contradicted).toBe(true);
    expect(stalenessOf(article, evidence([...three, ...newer(5, FUSE)]))!.contradicted).toBe(false);
    expect(stalenessOf(article, evidence(newer(2, FIRMWARE)))).toMatchObject({ contradicted: false });
  });

  it('takes for newer what was resolved after it was written and is not among its sources', () => {
    const cited = told('c-1', FIRMWARE, NEW);
    const others = [told('o-1', FIRMWARE, OLD), told('o-2', FIRMWARE)];
    const { agreeing, differing } = stalenessOf(article, evidence([...others, cited]))!;

    expect([...agreeing, ...differing]).toEqual([]);
  });

  it('says nothing of the article of a person', () => {
    expect(stalenessOf(anArticle(), evidence([]))).toBeUndefined();
  });
});

describe('coverageOf', () => {
  const review = (reason: 'source_erased' | 'new_draft') => ({
    points: [{ reason, since: NEW, case_ids: ['c-1'] }],
  });

  it.each([
    ['no article', undefined, evidence([]), { kind: 'create', reason: 'no_article' }],
    [
      'the same evidence',
      article,
      evidence([], { hash: 'e-1' }),
      { kind: 'nothing', reason: 'same_evidence' },
    ],
    [
      'a merged one',
      { ...article, mergedInto: 'a-2' },
      evidence(newer(9, FUSE)),
      { kind: 'nothing', reason: 'merged' },
    ],
    [
      'that of a person',
      anArticle(),
      evidence(newer(9, FUSE)),
      { kind: 'nothing', reason: 'written_by_hand' },
    ],
    ['few more', article, evidence(newer(4, FUSE)), { kind: 'nothing', reason: 'says_it_already' }],
    ['many more', article, evidence(newer(5, FUSE)), { kind: 'update', reason: 'many_more_cases' }],
    ['another remedy', article, evidence(newer(3, FIRMWARE)), { kind: 'update', reason: 'contradicted' }],
    [
      'an erased source',
      { ...article, review: review('source_erased') },
      evidence([]),
      { kind: 'update', reason: 'sources_changed', caseIds: ['c-1'] },
    ],
    [
      'a draft that waits',
      { ...article, review: review('new_draft') },
      evidence([]),
      { kind: 'nothing', reason: 'says_it_already' },
    ],
  ] as const)('%s', (_case, stored, now, expected) => {
    expect(coverageOf(stored, now)).toMatchObject(expected);
  });

  it('of many cases asks for half as many more', () => {
    const large = aGeneratedArticle({ generation: itsGeneration({ cases: 40 }) });

    expect(coverageOf(large, evidence([], { size: 59 }))).toMatchObject({ kind: 'nothing' });
    expect(coverageOf(large, evidence([], { size: 60 }))).toMatchObject({ kind: 'update' });
  });
});
