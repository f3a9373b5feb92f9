import type { RecordKey } from '#contracts/record-key.ts';
import { projectIds, type ProjectIdsDeps, type RecordGroup } from '#core/projection/project-ids.ts';

export type ProjectRecordsDeps = ProjectIdsDeps;

/** A key that could not be projected, and why. */
export type FailedKey = { readonly key: RecordKey; readonly error: unknown };

/** Failures of single keys before any success that mean an outage, not poison: no more keys are tried. */
const OUTAGE = 5;

type Batch = RecordGroup & { readonly ids: readonly string[] };

const batchesOf = (keys: readonly RecordKey[]): readonly Batch[] =>
  [...Map.groupBy(keys, ({ tenant, kind }) => `${tenant}#${kind}`).values()].flatMap((own) =>
    own.slice(0, 1).map(({ tenant, kind }) => ({ tenant, kind, ids: [...new Set(own.map(({ id }) => id))] })),
  );

/**
 * Makes the index equal to the rows of these keys and returns those that failed. They go in batches; where a batch
 * fails, its keys go one by one, so that one bad row stops no other. When none of several succeeds, that is an
 * outage: it throws.
 */
export const projectRecords = (deps: ProjectRecordsDeps) => {
  const project = projectIds(deps);

  const oneByOne = async ({ tenant, kind, ids }: Batch): Promise<readonly FailedKey[]> => {
    const failed: FailedKey[] = [];
    for (const [done, id] of ids.entries()) {
      try {
        await project({ tenant, kind }, [id]);
      } catch (error) {
        failed.push({ key: { tenant, kind, id }, error });
      }
      if (failed.length === OUTAGE && done + 1 === OUTAGE) {
        const rest = ids
          .slice(OUTAGE)
          .map((other) => ({ key: { tenant, kind, id: other }, error: failed[0]?.error }));
        return [...failed, ...rest];
      }
    }
    return failed;
  };

  return async (keys: readonly RecordKey[]): Promise<readonly FailedKey[]> => {
    const batches = batchesOf(keys);
    const failures = [];
    for (const batch of batches) {
      // The fault of a batch is found again, by key, when its keys are tried alone.
      failures.push(
        ...(await project(batch, batch.ids).then(
          () => [],
          () => oneByOne(batch),
        )),
      );
    }
    const all = batches.reduce((sum, { ids }) => sum + ids.length, 0);
    if (all > 1 && failures.length === all) {
      throw new Error(`none of ${all} records could be projected`, { cause: failures[0]?.error });
    }
    return failures;
  };
};
