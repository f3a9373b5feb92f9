import * as z from 'zod';
import type { CasePageView, CaseListQuery } from '#contracts/case-list.ts';
import { caseSummary, caseView } from '#core/cases/case-view.ts';
import type { CasePosition } from '#core/ports/case-store.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import { listCasesByFilter, type ListCasesByFilterDeps } from '#core/use-cases/list-cases-by-filter.ts';
import { listCases } from '#core/use-cases/list-cases.ts';
import { readCursor, writeCursor } from '#lambdas/shared/cursor.ts';

type Query = z.infer<typeof CaseListQuery>;
type Filters = Omit<Query, 'limit' | 'cursor' | 'full'>;

/** Names the list that a cursor belongs to. */
const listOf = (tenant: string, filters: string): string => `cases of ${tenant} where ${filters}`;

/** Where a page ended, for which list: the cursor of another tenant or of other filters does not fit. */
const cursorOf = (tenant: string, filters: string) =>
  z.strictObject({
    list: z.literal(listOf(tenant, filters)),
    updated_at: z.iso.datetime(),
    id: z.string(),
  });

const passageFilters = ({
  status,
  category,
  product,
  customer,
  updated_from,
  updated_to,
}: Filters): PassageFilters => ({
  ...(status !== undefined && { status: [status] }),
  ...(category !== undefined && { category: [category] }),
  ...(product !== undefined && { product: [product] }),
  ...(customer !== undefined && { customer: [customer] }),
  ...(updated_from !== undefined && { updatedFrom: updated_from }),
  ...(updated_to !== undefined && { updatedTo: updated_to }),
});

/** Pages of `GET /cases`: by the table without filters, by the search index with them. */
export const casePages = (deps: ListCasesByFilterDeps) => {
  const [all, filtered] = [listCases(deps), listCasesByFilter(deps)];

  return async (
    tenant: string,
    { limit, cursor, full, ...query }: Query,
  ): Promise<z.infer<typeof CasePageView>> => {
    const filters = passageFilters(query);
    const scope = JSON.stringify(filters);
    const read = cursor === undefined ? undefined : readCursor(cursorOf(tenant, scope), cursor);
    const after: CasePosition | undefined = read && { updatedAt: read.updated_at, id: read.id };
    const page = await (scope === '{}'
      ? all(tenant, limit, after)
      : filtered(tenant, { filters, limit, after }));
    return {
      items: page.rows.map(full ? caseView : caseSummary),
      next_cursor: page.next
        ? writeCursor({ list: listOf(tenant, scope), updated_at: page.next.updatedAt, id: page.next.id })
        : null,
    };
  };
};
