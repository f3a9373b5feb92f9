import type { SearchEvent } from '#contracts/search-event.ts';
import { addSearches, hourOf } from '#core/analytics/hour-stats.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Pause } from '#core/ports/pause.ts';
import { MOST_EVENTS, type SearchStats } from '#core/ports/search-stats.ts';

export type AggregateSearchesDeps = { stats: SearchStats; clock: Clock; pause: Pause };

const MOST_TRIES = 12;

const byEventId = (events: readonly SearchEvent[]): readonly SearchEvent[] => [
  ...new Map(events.map((event) => [event.event_id, event])).values(),
];

/** By tenant and hour, at most as many together as one save takes. */
const groups = (events: readonly SearchEvent[]): readonly (readonly SearchEvent[])[] => {
  const byHour = Map.groupBy(events, ({ tenant, at }) => `${tenant}#${hourOf(at)}`);
  return [...byHour.values()]
    .map(byEventId)
    .flatMap((group) =>
      Array.from({ length: Math.ceil(group.length / MOST_EVENTS) }, (_, n) =>
        group.slice(n * MOST_EVENTS, (n + 1) * MOST_EVENTS),
      ),
    );
};

/** Counts searches into their hours, each once, however often and in whatever company its event arrives. */
export const aggregateSearches = ({ stats, clock, pause }: AggregateSearchesDeps) => {
  const count = async (events: readonly SearchEvent[]): Promise<void> => {
    let rest = events;
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const [first] = rest;
      if (!first) return;
      const { stats: known, version } = await stats.find(first.tenant, hourOf(first.at));
      const next = { stats: addSearches(known, rest), version: version + 1 };
      const ids = rest.map(({ event_id: id }) => id);
      const outcome = await stats.save(first.tenant, next, ids, clock.now());
      if (outcome.kind === 'saved') return;
      if (outcome.kind === 'counted') {
        rest = rest.filter(({ event_id: id }) => !outcome.eventIds.includes(id));
      } else await pause.before(attempt);
    }
    throw new Error(`searches were not counted in ${MOST_TRIES} tries`);
  };

  return async (events: readonly SearchEvent[]): Promise<void> => {
    for (const group of groups(events)) await count(group);
  };
};
