import type { CasePage, CaseStore } from '#core/ports/case-store.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { cardOfCase } from '#core/projection/passage-of-case.ts';
import { listByFilter, type FilteredList } from '#core/records/list-by-filter.ts';

export type ListCasesByFilterDeps = { cases: CaseStore; index: SearchIndex };

/** Lists cases by filters; see listByFilter. */
export const listCasesByFilter = ({
  cases,
  index,
}: ListCasesByFilterDeps): ((tenant: string, list: FilteredList) => Promise<CasePage>) =>
  listByFilter({ kind: 'case', store: cases, cardOf: cardOfCase, index });
