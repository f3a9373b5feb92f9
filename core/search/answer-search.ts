import type { SearchAnswer } from '#contracts/search.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { HitDetails, SearchIndex } from '#core/ports/search-index.ts';
import { currentRecords, type CurrentRecordsDeps } from '#core/projection/current-records.ts';
import type { ArmWeights } from './arm-weights.ts';
import { FALLBACK_MESSAGE, type Fallback } from './fallback.ts';
import type { Candidate } from './fuse.ts';
import type { PassageFilters } from './passage-filters.ts';
import { type SearchPlace, writeSearchCursor } from './search-cursor.ts';
import { searchResults } from './search-results.ts';
import { visiblePage } from './visible-page.ts';

export type AnswerSearchDeps = CurrentRecordsDeps & { clock: Clock; ids: Ids };

/** Where was searched: the index, and the model of its vectors. */
export type SearchedIndex = { readonly index: SearchIndex; readonly model: string };

/** A search whose candidates are found and in order; what is left is to check and to show a page of them. */
export type FoundSearch = {
  readonly tenant: string;
  readonly filters: PassageFilters;
  readonly limit: number;
  readonly place: SearchPlace;
  /** Absent where words were not searched. */
  readonly text?: string | undefined;
  /** Absent where meaning was not searched. */
  readonly vector?: Float32Array | undefined;
  readonly weights: ArmWeights;
  readonly explain: boolean;
  readonly candidates: readonly Candidate[];
  /** Whether the vector of the query was remembered. */
  readonly cached: boolean;
  /** What it was answered with instead; absent when all answered. */
  readonly fallback?: Fallback | undefined;
  /** Millisecond of the epoch at which it began. */
  readonly started: number;
};

const NO_DETAILS = new Map<string, HitDetails>();

/** The end of every search: a page of its candidates, each checked against its row, with details, as the API answers it. */
export const answerSearch = ({ clock, ids, ...stores }: AnswerSearchDeps) => {
  const records = currentRecords(stores);
  return async ({ index, model }: SearchedIndex, search: FoundSearch): Promise<SearchAnswer> => {
    const { tenant, text, vector, candidates, place, fallback } = search;
    const page = await visiblePage(records, search, candidates, place.offset);
    const keys = page.hits.map(({ candidate: { kind, id } }) => ({ kind, id }));
    // An index that did not answer the search does not answer this; the rows then speak for themselves.
    const details = fallback === 'cached' ? NO_DETAILS : await index.details({ tenant, text, vector, keys });
    return {
      results: searchResults(page.hits, { ...search, details }),
      total: candidates.length,
      took_ms: clock.now().getTime() - search.started,
      cache: search.cached ? 'hit' : 'miss',
      engine: index.engine,
      model,
      fallback_used: fallback ?? null,
      ...(fallback && { message: FALLBACK_MESSAGE[fallback] }),
      search_id: ids.next(),
      next_cursor: page.next === undefined ? null : writeSearchCursor({ ...place, offset: page.next }),
    };
  };
};
