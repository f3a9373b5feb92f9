import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSearches, emptyHour } from '#core/analytics/hour-stats.ts';
import { addLatency, mergeHistograms, percentile } from '#core/analytics/latency-histogram.ts';
import { aSearchEvent } from '#test/support/a-search-event.ts';

describe('addSearches', () => {
  it('counts searches, luck, cache hits and queries', () => {
    const stats = addSearches(emptyHour('h'), [
      aSearchEvent({ cache: 'hit' }),
      aSearchEvent({ results: 0 }),
      aSearchEvent({ query: 'drum', low_score: true, at: '2026-03-01T12:20:00.000Z' }),
      aSearchEvent({ query: null }),
    ]);

    expect(stats).toMatchObject({ searches: 4, zeroResults: 1, lowScores: 1, cacheHits: 1 });
    expect([...stats.queries.keys()].toSorted()).toEqual(['drum', 'toner']);
    expect(stats.queries.get('toner')).toMatchObject({ count: 2, zeroResults: 1, lowScores: 0 });
    expect(stats.queries.get('drum')).toEqual({
      count: 1,
      zeroResults: 0,
      lowScores: 1,
      last: '2026-03-01T12:20:00.000Z',
    });
  });

  it('is the same in one batch and in many', () => {
    const events = fc.array(
      fc.record({
        query: fc.constantFrom('a', 'b', 'c', null),
        results: fc.nat(2),
        took_ms: fc.nat(40_000),
        low_score: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(events, fc.nat(20), (all, cut) => {
        const searches = all.map(aSearchEvent);
        const parts = addSearches(addSearches(emptyHour('h'), searches.slice(0, cut)), searches.slice(cut));
        const whole = addSearches(emptyHour('h'), searches);
        expect({ ...parts, queries: Object.fromEntries(parts.queries) }).toEqual({
          ...whole,
          queries: Object.fromEntries(whole.queries),
        });
      }),
    );
  });

  it('keeps 200 queries: the most asked, and a late one that is asked again', () => {
    const at = (minute: number) => `2026-03-01T12:${String(minute).padStart(2, '0')}:00.000Z`;
    const events = Array.from({ length: 500 }, (_, n) => aSearchEvent({ query: `q${n}`, at: at(n % 30) }));
    let stats = addSearches(emptyHour('h'), [...events, aSearchEvent({ query: 'q499' })]);
    for (const minute of [40, 41]) {
      stats = addSearches(stats, [aSearchEvent({ query: 'late', at: at(minute) })]);
    }

    expect(stats.queries.size).toBe(200);
    expect(stats.searches).toBe(503);
    expect(stats.queries.get('q499')?.count).toBe(2);
    expect(stats.queries.get('late')?.count).toBe(2);
  });
});

describe('percentile', () => {
  it('is at most a tenth above the true one, and never below', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1 }),
        fc.constantFrom(0.5, 0.95, 0.99, 1),
        (durations, share) => {
          const sorted = durations.toSorted((a, b) => a - b);
          const truth = sorted[Math.ceil(share * sorted.length) - 1]!;
          const half = Math.floor(durations.length / 2);
          const histograms = [durations.slice(0, half), durations.slice(half)].map((part) =>
            part.reduce(addLatency, {}),
          );
          const found = percentile(mergeHistograms(histograms), share)!;
          expect(found).toBeGreaterThanOrEqual(truth - 0.051);
          expect(found).toBeLessThanOrEqual(truth * 1.1 + 0.06);
        },
      ),
    );
  });

  it('is nothing of nothing', () => {
    expect(percentile({}, 0.5)).toBeNull();
  });
});
