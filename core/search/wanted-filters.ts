import type { Role } from '#contracts/role.ts';
import type { SearchFilters } from '#contracts/search.ts';
import { shownStates } from '#core/articles/shown-states.ts';
import type { PassageKind } from './passage.ts';
import type { PassageFilters } from './passage-filters.ts';

/** The filters of a request as the index takes them; of articles, those in a state that the caller may see. */
export const wantedFilters = (
  { created_from, created_to, state, ...fields }: SearchFilters,
  roles: readonly Role[],
): PassageFilters => ({
  ...fields,
  states: shownStates(roles, state),
  createdFrom: created_from,
  createdTo: created_to,
});

/** The kinds that a request asks for: only articles have a state. */
export const wantedKinds = (
  types: readonly PassageKind[],
  { state }: SearchFilters,
): readonly PassageKind[] => (state === undefined ? types : types.filter((type) => type === 'article'));
