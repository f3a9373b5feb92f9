import type { LivingCase } from '#core/cases/case-row.ts';
import type { PassageFilters } from './passage-filters.ts';

const within = (time: string, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined || time >= from) && (to === undefined || time <= to);

const holds = (wanted: readonly string[] | undefined, values: readonly (string | undefined)[]): boolean =>
  wanted === undefined || values.some((value) => value !== undefined && wanted.includes(value));

/** Whether a case, as its row is now, meets the filters by which a perhaps older passage was found. */
export const matchesFilters = ({ content, ...row }: LivingCase, filters: PassageFilters): boolean =>
  holds(filters.category, [content.category]) &&
  holds(filters.product, [content.product]) &&
  holds(filters.status, [content.status]) &&
  holds(filters.customer, [content.customer]) &&
  // Cases have no audience; articles do.
  holds(filters.audience, []) &&
  holds(filters.tags, content.tags ?? []) &&
  within(row.createdAt, filters.createdFrom, filters.createdTo) &&
  within(row.updatedAt, filters.updatedFrom, filters.updatedTo);
