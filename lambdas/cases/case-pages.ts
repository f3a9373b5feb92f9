import type * as z from 'zod';
import type { CasePageView, CaseListQuery } from '#contracts/case-list.ts';
import { caseSummary, caseView } from '#core/cases/case-view.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import { listCasesByFilter, type ListCasesByFilterDeps } from '#core/use-cases/list-cases-by-filter.ts';
import { listCases } from '#core/use-cases/list-cases.ts';
import { commonFilters, oneOf } from '#lambdas/shared/common-filters.ts';
import { recordPage } from '#lambdas/shared/record-page.ts';

type Query = z.infer<typeof CaseListQuery>;
type Filters = Omit<Query, 'limit' | 'cursor' | 'full'>;

const passageFilters = ({ status, customer, ...common }: Filters): PassageFilters => ({
  ...oneOf('status', status),
  ...commonFilters(common),
  ...oneOf('customer', customer),
});

/** Pages of `GET /cases`: by the table without filters, by the search index with them. */
export const casePages = (deps: ListCasesByFilterDeps) => {
  const [all, filtered] = [listCases(deps), listCasesByFilter(deps)];

  return (
    tenant: string,
    { limit, cursor, full, ...query }: Query,
  ): Promise<z.infer<typeof CasePageView>> => {
    const filters = passageFilters(query);
    const scope = JSON.stringify(filters);
    return recordPage(
      { list: 'cases', tenant, scope, cursor },
      (after) => (scope === '{}' ? all(tenant, limit, after) : filtered(tenant, { filters, limit, after })),
      full ? caseView : caseSummary,
    );
  };
};
