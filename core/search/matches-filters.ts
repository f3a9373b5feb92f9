import type { RecordCard } from './passage.ts';
import type { PassageFilters } from './passage-filters.ts';

const within = (time: string, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined || time >= from) && (to === undefined || time <= to);

const holds = (wanted: readonly string[] | undefined, values: readonly (string | undefined)[]): boolean =>
  wanted === undefined || values.some((value) => value !== undefined && wanted.includes(value));

/** Whether a record, as its row is now, meets the filters by which a perhaps older passage was found. */
export const matchesFilters = (card: RecordCard, filters: PassageFilters): boolean =>
  holds(filters.category, [card.category]) &&
  holds(filters.product, [card.product]) &&
  holds(filters.status, [card.status]) &&
  holds(filters.customer, [card.customer]) &&
  holds(filters.audience, [card.audience]) &&
  (card.state === undefined || holds(filters.states, [card.state])) &&
  holds(filters.tags, card.tags) &&
  within(card.createdAt, filters.createdFrom, filters.createdTo) &&
  within(card.updatedAt, filters.updatedFrom, filters.updatedTo);
