import type { CaseOrigins } from '#core/ports/case-origins.ts';
import type { CaseRow } from '#core/cases/case-row.ts';

/** Ids of the cases in a map by `tenant#id`, in pages of 7 at most so that tests meet their borders. */
export const memoryCaseOrigins = (cases: ReadonlyMap<string, CaseRow>): CaseOrigins => ({
  async page(tenant, limit, after = '') {
    const ids = [...cases.values()]
      .filter((row) => row.tenant === tenant && !row.deleted && row.id > after)
      .map(({ id }) => id)
      .toSorted();
    const some = ids.slice(0, Math.min(limit, 7));
    return { ids: some, next: ids.length > some.length ? some.at(-1) : undefined };
  },
});
