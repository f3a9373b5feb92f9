import { describe, expect, it } from 'vitest';
import type { SearchStats } from '#core/ports/search-stats.ts';
import { aggregateSearches } from '#core/use-cases/aggregate-searches.ts';
import { aSearchEvent } from '#test/support/a-search-event.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { memorySearchStats } from '#test/support/memory-search-stats.ts';

const setup = (stats: SearchStats = memorySearchStats()) => ({
  stats,
  aggregate: aggregateSearches({ stats, clock: fixedClock(), pause: { before: async () => undefined } }),
  searches: async (tenant: string, hour: string) => (await stats.find(tenant, hour)).stats.searches,
});

const events = (count: number, first = 0) =>
  Array.from({ length: count }, (_, n) => aSearchEvent({ event_id: `e-${first + n}` }));

describe('aggregateSearches', () => {
  it('counts each event once, alone, repeated and in other company', async () => {
    const { aggregate, searches } = setup();

    await aggregate([...events(3), ...events(2)]);
    await aggregate(events(3));
    await aggregate(events(250, 2));

    expect(await searches('demo', '2026-03-01T12')).toBe(252);
  });

  it('keeps tenants and hours apart', async () => {
    const { aggregate, searches } = setup();

    await aggregate([
      aSearchEvent(),
      aSearchEvent({ tenant: 'other' }),
      aSearchEvent({ event_id: 'e-2', at: '2026-03-01T13:00:00.000Z' }),
    ]);

    expect(await searches('demo', '2026-03-01T12')).toBe(1);
    expect(await searches('demo', '2026-03-01T13')).toBe(1);
    expect(await searches('other', '2026-03-01T12')).toBe(1);
  });

  it('counts what several aggregate at once', async () => {
    const { aggregate, searches } = setup();

    await Promise.all([0, 5, 10, 15].map(async (first) => aggregate(events(8, first))));

    expect(await searches('demo', '2026-03-01T12')).toBe(23);
  });

  it('fails when it never has its turn, so that the delivery comes again', async () => {
    const stale: SearchStats = { ...memorySearchStats(), save: async () => ({ kind: 'stale' }) };

    await expect(setup(stale).aggregate(events(1))).rejects.toThrow('not counted');
  });
});
