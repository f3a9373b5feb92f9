import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexHit, IndexHits } from '#core/ports/search-index.ts';
import { armWeights } from '#core/search/arm-weights.ts';
import { fuse } from '#core/search/fuse.ts';

const aHit = (id: string, score: number, updatedAt = '2026-01-01T00:00:00.000Z'): IndexHit => ({
  kind: 'case',
  id,
  version: 1,
  updatedAt,
  score,
});
const hits = (overrides: Partial<IndexHits>): IndexHits => ({
  keyword: [],
  vector: [],
  exactTitle: [],
  ...overrides,
});
const EVEN = armWeights({ keyword: 1, vector: 1 });

const arm = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.double({ min: -1, max: 50, noNaN: true })), {
    selector: ([id]) => id,
    maxLength: 20,
  })
  .map((found) => found.map(([id, score]) => aHit(`c-${id}`, score)));
const found = fc
  .record({ keyword: arm, vector: arm, exactTitle: arm })
  .map((all) => ({ ...all, exactTitle: all.exactTitle.map((hit) => ({ ...hit, score: 1 })) }));
const weights = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
  .filter(([a, b]) => a + b > 0)
  .map(([keyword, vector]) => armWeights({ keyword: keyword / 10, vector: vector / 10 }));

describe('fuse', () => {
  it('combines min-max normalised scores by weight', () => {
    const fused = fuse(
      hits({
        keyword: [aHit('a', 10), aHit('b', 6), aHit('c', 2)],
        vector: [aHit('b', 0.9), aHit('a', 0.5)],
      }),
      armWeights({ keyword: 0.7, vector: 0.3 }),
    );

    expect(fused.map(({ id, score }) => [id, score])).toEqual([
      ['a', 0.7],
      ['b', 0.65],
      ['c', 0],
    ]);
    expect(fused[1]).toMatchObject({
      keyword: { score: 6, normalised: 0.5 },
      vector: { score: 0.9, normalised: 1 },
    });
  });

  it('counts a candidate that an arm did not find 0 there', () => {
    const fused = fuse(hits({ keyword: [aHit('a', 3)], vector: [aHit('b', 0.4)] }), armWeights());

    expect(fused).toMatchObject([
      { id: 'a', score: 0.7, vector: undefined },
      { id: 'b', score: 0.3, keyword: undefined },
    ]);
  });

  it('puts titles that are the query before everything else', () => {
    const fused = fuse(
      hits({
        keyword: [aHit('a', 9), aHit('b', 5), aHit('c', 1)],
        vector: [aHit('a', 1)],
        exactTitle: [aHit('c', 1)],
      }),
      EVEN,
    );

    expect(fused.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('orders equal scores by time, newest first, then by id', () => {
    const old = '2025-01-01T00:00:00.000Z';

    const fused = fuse(hits({ vector: [aHit('b', 1), aHit('old', 1, old), aHit('a', 1)] }), EVEN);

    expect(fused.map(({ id }) => id)).toEqual(['a', 'b', 'old']);
  });

  it('holds what it promises for any hits and weights', () => {
    fc.assert(
      fc.property(found, weights, (any, own) => {
        const fused = fuse(any, own);
        const ids = new Set([...any.keyword, ...any.vector, ...any.exactTitle].map(({ id }) => id));

        expect(new Set(fused.map(({ id }) => id))).toEqual(ids);
        expect(fused).toHaveLength(ids.size);
        expect(fused.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
        expect(fused.map(({ score }) => score)).toEqual(
          fused.map(({ score }) => score).toSorted((a, b) => b - a),
        );
        const shuffled = { ...any, keyword: any.keyword.toReversed(), vector: any.vector.toReversed() };
        expect(fuse(shuffled, own).map(({ id }) => id)).toEqual(fused.map(({ id }) => id));
        const exact = fused.map(({ exactTitle }) => exactTitle);
        expect(exact).toEqual(exact.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });
});
