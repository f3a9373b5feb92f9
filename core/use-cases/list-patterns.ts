import type { PatternOutcome } from '#contracts/pattern.ts';
import type { PatternPage, PatternStore } from '#core/ports/pattern-store.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';

export type ListPatternsDeps = { readonly patterns: Pick<PatternStore, 'list'> };

/** What patterns of a list must be. */
export type PatternFilters = {
  readonly category?: string | undefined;
  readonly outcome?: PatternOutcome | undefined;
};

/** Pages that one call looks through at most; a rare outcome comes in short pages. */
const MOST_PAGES = 5;
const ROWS_A_PAGE = 200;

/** Patterns of a tenant that meet the filters, by id; a page may be short, only `next` tells the end. */
export const listPatterns =
  ({ patterns }: ListPatternsDeps) =>
  async (
    tenant: string,
    { category, outcome }: PatternFilters,
    limit: number,
    after: string | undefined,
  ): Promise<PatternPage> => {
    const fits = (one: StoredPattern): boolean =>
      (category === undefined || one.category === category) &&
      (outcome === undefined || one.outcome.kind === outcome);
    const found: StoredPattern[] = [];
    let position = after;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { patterns: rows, next } = await patterns.list(tenant, ROWS_A_PAGE, position);
      for (const row of rows) {
        if (!fits(row)) continue;
        // One more than wanted tells that the list goes on.
        if (found.length === limit) return { patterns: found, next: found.at(-1)?.id };
        found.push(row);
      }
      if (next === undefined) return { patterns: found, next: undefined };
      position = next;
    }
    return { patterns: found, next: position };
  };
