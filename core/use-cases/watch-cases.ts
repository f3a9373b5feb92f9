import type { CaseKey } from '#contracts/case-key.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import type { CaseTies } from '#core/links/case-ties.ts';
import { oneByOne, type FailedFollowing } from '#core/links/one-by-one.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';
import type { eraseSource } from './erase-source.ts';
import type { followSource } from './follow-source.ts';

/** Is told of the living cases of one tenant that changed. */
export type CaseListener = (
  tenant: string,
  rows: readonly LivingCase[],
  ties: ReadonlyMap<string, CaseTies>,
) => Promise<void>;

export type WatchCasesDeps = {
  caseTies: Pick<CaseTiesStore, 'findMany'>;
  cases: Pick<CaseStore, 'findMany'>;
  /** What a case that is gone leads to, and one that changed and that articles rest on. */
  erase: ReturnType<typeof eraseSource>;
  follow: ReturnType<typeof followSource>;
  /** What else is counted from changed cases; twice does no harm. */
  listeners: readonly CaseListener[];
};

/**
 * Follows changed cases: one that is gone leaves nothing in what was made of it, one that articles rest on and that
 * changed sends them to review. Answers those that failed alone.
 */
export const watchCases = ({ caseTies, cases, erase, follow, listeners }: WatchCasesDeps) => {
  const batch = async (tenant: string, ids: readonly string[]): Promise<readonly FailedFollowing[]> => {
    const [ties, rows] = await Promise.all([caseTies.findMany(tenant, ids), cases.findMany(tenant, ids)]);
    const failed = await oneByOne(ids, async (id) => {
      const [row, own] = [rows.get(id), ties.get(id)];
      if (!row || row.deleted) await erase(tenant, id);
      else if (own) await follow(row, own);
    });
    // What only counts comes after what must not be held up.
    const living = [...rows.values()].flatMap((row) => (row.deleted ? [] : [row]));
    for (const listener of listeners) await listener(tenant, living, ties);
    return failed.map(({ id, error }) => ({ key: { tenant, kind: 'case', id }, error }));
  };

  /** One row that cannot be read must not hold up the others: where a batch fails, its keys go one by one. */
  const alone = async (tenant: string, ids: readonly string[]): Promise<readonly FailedFollowing[]> => {
    const failed: FailedFollowing[] = [];
    for (const id of ids) {
      failed.push(
        ...(await batch(tenant, [id]).catch((error: unknown): readonly FailedFollowing[] => [
          { key: { tenant, kind: 'case', id }, error },
        ])),
      );
    }
    return failed;
  };

  return async (keys: readonly CaseKey[]): Promise<readonly FailedFollowing[]> => {
    const failed: FailedFollowing[] = [];
    for (const [tenant, own] of Map.groupBy(keys, (key) => key.tenant)) {
      const ids = [...new Set(own.map(({ id }) => id))];
      failed.push(...(await batch(tenant, ids).catch(() => alone(tenant, ids))));
    }
    return failed;
  };
};
