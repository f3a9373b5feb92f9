import type { CasePage, CaseStore } from '#core/ports/case-store.ts';
import { cardOfCase } from '#core/projection/passage-of-case.ts';
import { listByFilter, type FilteredList } from '#core/records/list-by-filter.ts';
import type { IndexReaders } from '#core/search/live-search-index.ts';

export type ListCasesByFilterDeps = { cases: CaseStore; index: Pick<IndexReaders, 'list'> };

/** Lists cases by filters; see listByFilter. */
export const listCasesByFilter = ({
  cases,
  index,
}: ListCasesByFilterDeps): ((tenant: string, list: FilteredList) => Promise<CasePage>) =>
  listByFilter({ kind: 'case', store: cases, cardOf: cardOfCase, index });
