import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

/** A page of patterns; `next` is where to go on, absent at the end. */
export type PatternPage = {
  readonly patterns: readonly StoredPattern[];
  readonly next: string | undefined;
};

/** Where patterns live. Every implementation must pass test/contract/pattern-store.contract.ts. */
export interface PatternStore {
  /** The pattern as it is now (strongly read). */
  find(tenant: string, id: string): Promise<StoredPattern | undefined>;
  /** Writes if the stored version is still `expected` (0: none); else refuses with `version_mismatch`. */
  write(pattern: StoredPattern, expected: number): Promise<void>;
  /** Takes away a pattern that is no more, if the stored version is still `expected`; else refuses with `version_mismatch`. */
  remove(tenant: string, id: string, expected: number): Promise<void>;
  /** Patterns of a tenant by id; a page may be short, only `next` tells the end. */
  list(tenant: string, limit: number, after?: string): Promise<PatternPage>;
  /** Ids of all cases of a pattern, rising; empty when there is no such pattern. */
  caseIds(tenant: string, id: string): Promise<readonly string[]>;
  /** The pattern that a case belongs to. */
  ofCase(tenant: string, caseId: string): Promise<string | undefined>;
  /** Which pattern each case was placed in. */
  places(tenant: string): Promise<ReadonlyMap<string, string>>;
  /** Places cases in patterns, or in none, over what is there. */
  place(tenant: string, places: ReadonlyMap<string, string | undefined>): Promise<void>;
}
