import type { LivingCase } from '#core/cases/case-row.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Candidate } from './fuse.ts';
import { matchesFilters } from './matches-filters.ts';
import type { PassageFilters } from './passage-filters.ts';

/** A candidate with the row that it stands for, as the row is now. */
export type VisibleHit = { readonly candidate: Candidate; readonly row: LivingCase };

/** A page of hits; `next` is the offset after it, absent at the end. */
export type VisiblePage = { readonly hits: readonly VisibleHit[]; readonly next: number | undefined };

const visible = async (
  cases: CaseStore,
  tenant: string,
  candidates: readonly Candidate[],
  filters: PassageFilters,
): Promise<readonly (VisibleHit | undefined)[]> => {
  const ids = candidates.filter(({ kind }) => kind === 'case').map(({ id }) => id);
  const rows = await cases.findMany(tenant, ids);
  return candidates.map((candidate) => {
    const row = candidate.kind === 'case' ? rows.get(candidate.id) : undefined;
    return row && !row.deleted && matchesFilters(row, filters) ? { candidate, row } : undefined;
  });
};

/**
 * The next `limit` candidates from `offset` whose rows still exist and meet the filters, however stale the index is:
 * what is dropped is replaced by the candidates that follow.
 */
export const visiblePage = async (
  cases: CaseStore,
  search: { readonly tenant: string; readonly filters: PassageFilters; readonly limit: number },
  candidates: readonly Candidate[],
  offset: number,
): Promise<VisiblePage> => {
  const hits: VisibleHit[] = [];
  let next = offset;
  while (hits.length < search.limit && next < candidates.length) {
    const chunk = candidates.slice(next, next + search.limit - hits.length);
    const checked = await visible(cases, search.tenant, chunk, search.filters);
    hits.push(...checked.filter((hit) => hit !== undefined));
    next += chunk.length;
  }
  return { hits, next: next < candidates.length ? next : undefined };
};
