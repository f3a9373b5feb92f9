import { describe, expect, it } from 'vitest';
import { addSearches, emptyHour } from '#core/analytics/hour-stats.ts';
import { MOST_EVENTS, type SearchStats } from '#core/ports/search-stats.ts';
import { aSearchEvent } from '#test/support/a-search-event.ts';

const NOW = new Date('2026-03-01T12:30:00Z');
const HOUR = '2026-03-01T12';

/** What every store of statistics must do; `create` makes an empty one. */
export const searchStatsContract = (name: string, create: () => Promise<SearchStats>): void => {
  describe(`SearchStats: ${name}`, () => {
    const stats = addSearches(emptyHour(HOUR), [
      aSearchEvent(),
      aSearchEvent({ query: '__proto__', results: 0, took_ms: 900 }),
      aSearchEvent({ query: null, cache: 'hit', low_score: true }),
    ]);

    it('gives back an hour as it was saved, and an empty one where there is none', async () => {
      const store = await create();

      expect(await store.find('demo', HOUR)).toEqual({ stats: emptyHour(HOUR), version: 0 });
      expect(await store.save('demo', { stats, version: 1 }, ['e-1'], NOW)).toEqual({ kind: 'saved' });
      expect(await store.find('demo', HOUR)).toEqual({ stats, version: 1 });
      expect(await store.find('other', HOUR)).toEqual({ stats: emptyHour(HOUR), version: 0 });
    });

    it('refuses a version that somebody else has overtaken', async () => {
      const store = await create();
      await store.save('demo', { stats, version: 1 }, ['e-1'], NOW);

      const again = { stats: emptyHour(HOUR), version: 1 };
      expect(await store.save('demo', again, ['e-2'], NOW)).toEqual({ kind: 'stale' });
      expect(await store.find('demo', HOUR)).toEqual({ stats, version: 1 });
      expect(await store.save('demo', { stats, version: 2 }, ['e-2'], NOW)).toEqual({ kind: 'saved' });
    });

    it('names the events that were counted before and writes nothing', async () => {
      const store = await create();
      await store.save('demo', { stats, version: 1 }, ['e-1', 'e-2'], NOW);

      const next = { stats: emptyHour(HOUR), version: 2 };
      const outcome = await store.save('demo', next, ['e-0', 'e-2', 'e-1'], NOW);

      expect(outcome).toEqual({ kind: 'counted', eventIds: ['e-2', 'e-1'] });
      expect(await store.find('demo', HOUR)).toEqual({ stats, version: 1 });
      expect(await store.save('other', { stats, version: 1 }, ['e-1'], NOW)).toEqual({ kind: 'saved' });
    });

    it('takes as many events as it promises', async () => {
      const store = await create();
      const ids = Array.from({ length: MOST_EVENTS }, (_, n) => `e-${n}`);

      expect(await store.save('demo', { stats, version: 1 }, ids, NOW)).toEqual({ kind: 'saved' });
    });

    it('lists the hours of a time, both ends included, of one tenant', async () => {
      const store = await create();
      for (const hour of ['2026-03-01T13', '2026-03-01T11', '2026-03-01T12', '2026-03-02T00']) {
        await store.save('demo', { stats: { ...stats, hour }, version: 1 }, [hour], NOW);
      }
      await store.save('demo2', { stats, version: 1 }, ['e-1'], NOW);

      const hours = await store.between('demo', '2026-03-01T12', '2026-03-02T00');

      expect(hours.map(({ hour }) => hour)).toEqual(['2026-03-01T12', '2026-03-01T13', '2026-03-02T00']);
    });
  });
};
