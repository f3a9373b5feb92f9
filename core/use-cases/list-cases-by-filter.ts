import type { LivingCase } from '#core/cases/case-row.ts';
import { pageWithinBytes } from '#core/cases/page-within-bytes.ts';
import type { CasePage, CasePosition, CaseStore } from '#core/ports/case-store.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { matchesFilters } from '#core/search/matches-filters.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';

export type ListCasesByFilterDeps = { cases: CaseStore; index: SearchIndex };

/** A filtered page of a tenant's cases, as `CaseStore.list` answers an unfiltered one. */
export type FilteredList = {
  readonly filters: PassageFilters;
  readonly limit: number;
  readonly after?: CasePosition | undefined;
};

/**
 * Lists cases by filters, newest change first, then by id descending. The index finds them, the rows confirm them:
 * one that is deleted or meets the filters no longer is left out and the page is filled from what follows.
 */
export const listCasesByFilter =
  ({ cases, index }: ListCasesByFilterDeps) =>
  async (tenant: string, { filters, limit, after }: FilteredList): Promise<CasePage> => {
    const rows: LivingCase[] = [];
    let position = after;
    while (rows.length < limit) {
      const wanted = limit - rows.length;
      const found = await index.list({ tenant, kind: 'case', filters, limit: wanted, after: position });
      const stored = await cases.findMany(
        tenant,
        found.map(({ id }) => id),
      );
      const confirmed = found.flatMap(({ id }) => {
        const row = stored.get(id);
        return row && !row.deleted && matchesFilters(row, filters) ? [row] : [];
      });
      rows.push(...confirmed);
      position = found.at(-1) ?? position;
      if (found.length < wanted) return pageWithinBytes({ rows, next: undefined });
    }
    return pageWithinBytes({ rows, next: position });
  };
