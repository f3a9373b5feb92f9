import { pageWithinBytes } from '#core/records/page-within-bytes.ts';
import type { CasePage, CasePosition, CaseStore } from '#core/ports/case-store.ts';

export type ListCasesDeps = { cases: CaseStore };

/** A page of a tenant's cases, newest change first; it ends early where its JSON would pass 4 MiB. */
export const listCases =
  ({ cases }: ListCasesDeps) =>
  async (tenant: string, limit: number, after?: CasePosition): Promise<CasePage> =>
    pageWithinBytes(await cases.list(tenant, limit, after));
