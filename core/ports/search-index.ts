import type { Passage, PassageKey, PassageKind } from '#core/search/passage.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import type { ListPosition } from './record-store.ts';

/** A passage that is to go: the version of the row that says so. */
export type Removal = PassageKey & { readonly tenant: string; readonly version: number };

/** What the index knows of a key; a removed passage leaves its version, so that an older one cannot come back. */
export type IndexedVersion = { readonly version: number; readonly removed: boolean };

/** Which passages a search may find. */
export type SearchScope = {
  readonly tenant: string;
  readonly kinds: readonly PassageKind[];
  readonly filters: PassageFilters;
};

/** A search by words, by vector, or by both; an absent arm is not asked. */
export type IndexSearch = SearchScope & {
  /** The words of a person: every character is plain text. */
  readonly text?: string | undefined;
  readonly vector?: Float32Array | undefined;
  /** Most hits of each arm. */
  readonly limit: number;
};

/** A passage that an arm found. */
export type IndexHit = PassageKey & {
  readonly version: number;
  readonly updatedAt: string;
  /** By words: BM25, above 0. By vector: the cosine, −1 to 1. More is better. */
  readonly score: number;
};

/** What a search found, each arm from its best hit down. */
export type IndexHits = {
  readonly keyword: readonly IndexHit[];
  readonly vector: readonly IndexHit[];
  /** Passages whose title is the query, letter case and spaces aside; score 1. */
  readonly exactTitle: readonly IndexHit[];
};

/** What is shown of one hit beside its record. */
export type HitDetails = {
  /** Share of the query's inverse document frequency that the passage covers, 0 to 1; absent without a text. */
  readonly coverage: number | undefined;
  /** Absent without a vector on either side. */
  readonly cosine: number | undefined;
  /** The best part of the text, matches between MATCH_START and MATCH_END of core/search/match-marks.ts. */
  readonly snippet: string;
};

/** Details of some hits of a search. */
export type DetailsRequest = Pick<IndexSearch, 'tenant' | 'text' | 'vector'> & {
  readonly keys: readonly PassageKey[];
};

/** A filtered list of one kind, newest `updatedAt` first, then by id descending. */
export type IndexList = {
  readonly tenant: string;
  readonly kind: PassageKind;
  readonly filters: PassageFilters;
  readonly limit: number;
  readonly after?: ListPosition | undefined;
};

/**
 * Where passages are found, for one embedding model: vectors of different models never share an index.
 * Nothing crosses a tenant: every call is bound to one inside the query itself.
 * Every implementation must pass test/contract/search-index.contract.ts.
 */
export interface SearchIndex {
  /** Names the engine in answers. */
  readonly engine: string;
  /** Puts passages in, unless a newer version is there already; the same version is written again. */
  upsert(passages: readonly Passage[]): Promise<void>;
  /** Takes passages out, unless a newer version is there, and keeps their versions against late writes. */
  remove(removals: readonly Removal[]): Promise<void>;
  /** Takes out all that is known of these keys, versions too: their rows are gone, and an id may begin at 1 again. */
  forget(tenant: string, keys: readonly PassageKey[]): Promise<void>;
  /** What the index knows of these ids of one kind, by id; unknown ones are absent. */
  versions(
    tenant: string,
    kind: PassageKind,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, IndexedVersion>>;
  search(search: IndexSearch): Promise<IndexHits>;
  /** Details by `passageKeyText`; passages that are gone are absent. */
  details(request: DetailsRequest): Promise<ReadonlyMap<string, HitDetails>>;
  /** A page of a filtered list; fewer than `limit` means that it ends here. */
  list(list: IndexList): Promise<readonly ListPosition[]>;
  /** The vector of a passage; undefined when there is no passage or it has none. */
  vectorOf(tenant: string, key: PassageKey): Promise<Float32Array | undefined>;
  /** Those of these ids of one kind whose passages are there and have no vector. */
  withoutVector(tenant: string, kind: PassageKind, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Number of passages of a tenant, or of those of certain kinds that meet filters; removed ones are not counted. */
  count(tenant: string, of?: Pick<SearchScope, 'kinds' | 'filters'>): Promise<number>;
  /** Throws when the engine cannot answer. */
  ping(): Promise<void>;
  /** Takes the whole generation away, of all tenants; afterwards it is empty, and to do it again does no harm. */
  drop(): Promise<void>;
}
