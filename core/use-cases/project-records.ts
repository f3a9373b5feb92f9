import type { CaseKey } from '#contracts/case-key.ts';
import { projectIds, type ProjectIdsDeps } from '#core/projection/project-ids.ts';

export type ProjectRecordsDeps = ProjectIdsDeps;

/** A key that could not be projected, and why. */
export type FailedKey = { readonly key: CaseKey; readonly error: unknown };

/** Failures of single keys before any success that mean an outage, not poison: no more keys are tried. */
const OUTAGE = 5;

const byTenant = (keys: readonly CaseKey[]): readonly (readonly [string, readonly string[]])[] =>
  [...Map.groupBy(keys, ({ tenant }) => tenant)].map(([tenant, own]) => [
    tenant,
    [...new Set(own.map(({ id }) => id))],
  ]);

/**
 * Makes the index equal to the rows of these keys and returns those that failed. They go in batches; where a batch
 * fails, its keys go one by one, so that one bad row stops no other. When none of several succeeds, that is an
 * outage: it throws.
 */
export const projectRecords = (deps: ProjectRecordsDeps) => {
  const project = projectIds(deps);

  const oneByOne = async (tenant: string, ids: readonly string[]): Promise<readonly FailedKey[]> => {
    const failed: FailedKey[] = [];
    for (const [done, id] of ids.entries()) {
      try {
        await project(tenant, [id]);
      } catch (error) {
        failed.push({ key: { tenant, id }, error });
      }
      if (failed.length === OUTAGE && done + 1 === OUTAGE) {
        const rest = ids
          .slice(OUTAGE)
          .map((other) => ({ key: { tenant, id: other }, error: failed[0]?.error }));
        return [...failed, ...rest];
      }
    }
    return failed;
  };

  return async (keys: readonly CaseKey[]): Promise<readonly FailedKey[]> => {
    const groups = byTenant(keys);
    const failures = [];
    for (const [tenant, ids] of groups) {
      // The fault of a batch is found again, by key, when its keys are tried alone.
      failures.push(
        ...(await project(tenant, ids).then(
          () => [],
          () => oneByOne(tenant, ids),
        )),
      );
    }
    const all = groups.reduce((sum, [, ids]) => sum + ids.length, 0);
    if (all > 1 && failures.length === all) {
      throw new Error(`none of ${all} cases could be projected`, { cause: failures[0]?.error });
    }
    return failures;
  };
};
