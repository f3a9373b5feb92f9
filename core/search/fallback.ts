import type { SearchAnswer } from '#contracts/search.ts';

/** What a search was answered with in place of all that it asked for. */
export type Fallback = NonNullable<SearchAnswer['fallback_used']>;

/** What a caller is told of it. */
export const FALLBACK_MESSAGE: Readonly<Record<Fallback, string>> = {
  keyword_search: 'Search by meaning does not answer now; these results were found by their words alone.',
  cached:
    'The search index does not answer now; these are the results of an earlier search, as they are today.',
};
