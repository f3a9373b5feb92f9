/** What of a source changes by itself and is followed by its time of change. */
export type SourceStream = 'cases' | 'feed' | 'comments';

/** A place among the changes of a stream: time of change (ISO 8601 UTC, all digits that the source keeps), then id. */
export type SourcePosition = { readonly time: string; readonly id?: string | undefined };

/** A changed row and the case that it belongs to. */
export type SourceChange = { readonly time: string; readonly id: string; readonly caseId: string };

/** A case as the source has it now, its feed with it, in the form of a record of an import. */
export type SourceCase = {
  readonly id: string;
  readonly deleted: boolean;
  readonly record: Readonly<Record<string, unknown>>;
};

/** A living case by name only; `time` is its last change, to the millisecond, absent when the source knows none. */
export type SourceName = { readonly id: string; readonly time: string | undefined };

/** A product of the source's hierarchy. */
export type SourceProduct = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | undefined;
};

/**
 * A customer's case database, only ever read. Every implementation must pass test/contract/case-source.contract.ts.
 * Throws SourceMappingFault for a mapping that does not fit.
 */
export interface CaseSource {
  /** Names what the mapping says, so that a changed mapping is noticed. */
  readonly fingerprint: string;
  /** The streams that the mapping knows. */
  readonly streams: readonly SourceStream[];
  /** Fails at once when the mapping names a table or column that is not there. */
  check(): Promise<void>;
  /** The source's own time, as it writes it into its rows. */
  now(): Promise<string>;
  /** Rows changed after a place (without an id: from that time on), oldest first, filters not applied. */
  changes(stream: SourceStream, after: SourcePosition, limit: number): Promise<readonly SourceChange[]>;
  /** These cases as they are now; those that are not there or filtered out are absent. */
  read(ids: readonly string[]): Promise<readonly SourceCase[]>;
  /** Living cases after an id, in an order of the source's own. */
  names(after: string | undefined, limit: number): Promise<readonly SourceName[]>;
  /** Which of these cases live. */
  living(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Products after an id, in an order of the source's own; none when the mapping knows no products. */
  products(after: string | undefined, limit: number): Promise<readonly SourceProduct[]>;
  /** Which of these products are there. */
  livingProducts(ids: readonly string[]): Promise<ReadonlySet<string>>;
}
