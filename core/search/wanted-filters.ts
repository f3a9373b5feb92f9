import type { SearchFilters } from '#contracts/search.ts';
import type { PassageFilters } from './passage-filters.ts';

/** The filters of a request as the index takes them. */
export const wantedFilters = ({ created_from, created_to, ...fields }: SearchFilters): PassageFilters => ({
  ...fields,
  createdFrom: created_from,
  createdTo: created_to,
});
