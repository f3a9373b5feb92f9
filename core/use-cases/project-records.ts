import type { RecordKey } from '#contracts/record-key.ts';
import { type LeftBehind, projectIds, type ProjectIdsDeps } from '#core/projection/project-ids.ts';
import type { RecordGroup } from '#core/projection/record-group.ts';

export type ProjectRecordsDeps = ProjectIdsDeps;

/** A key that could not be projected, and why; `searched`: only into a generation beside the one that is searched. */
export type FailedKey = { readonly key: RecordKey; readonly error: unknown; readonly searched: boolean };

/** Failures of single keys before any success that mean an outage, not poison: no more keys are tried. */
const OUTAGE = 5;

type Batch = RecordGroup & { readonly ids: readonly string[] };

const batchesOf = (keys: readonly RecordKey[]): readonly Batch[] =>
  [...Map.groupBy(keys, ({ tenant, kind }) => `${tenant}#${kind}`).values()].flatMap((own) =>
    own.slice(0, 1).map(({ tenant, kind }) => ({ tenant, kind, ids: [...new Set(own.map(({ id }) => id))] })),
  );

/** Those of `ids` that a generation beside the searched one does not have: found by search, and to be repaired. */
const leftBehind = ({ tenant, kind }: RecordGroup, ids: readonly string[], [behind]: readonly LeftBehind[]) =>
  behind
    ? ids.map((id): FailedKey => ({ key: { tenant, kind, id }, error: behind.error, searched: true }))
    : [];

/**
 * Makes the index equal to the rows of these keys and returns those that failed. They go in batches; where a batch
 * fails, its keys go one by one, so that one bad row stops no other. When none of several succeeds, that is an
 * outage: it throws. A generation that is being built and cannot be written is no outage.
 */
export const projectRecords = (deps: ProjectRecordsDeps) => {
  const project = projectIds(deps);

  const oneByOne = async (batch: Batch): Promise<readonly FailedKey[]> => {
    const { tenant, kind, ids } = batch;
    const failed: FailedKey[] = [];
    for (const [done, id] of ids.entries()) {
      try {
        failed.push(...leftBehind(batch, [id], await project({ tenant, kind }, [id])));
      } catch (error) {
        failed.push({ key: { tenant, kind, id }, error, searched: false });
      }
      const lost = failed.filter(({ searched }) => !searched);
      if (lost.length === OUTAGE && done + 1 === OUTAGE) {
        const rest = ids
          .slice(OUTAGE)
          .map((other) => ({ key: { tenant, kind, id: other }, error: lost[0]?.error, searched: false }));
        return [...failed, ...rest];
      }
    }
    return failed;
  };

  return async (keys: readonly RecordKey[]): Promise<readonly FailedKey[]> => {
    const batches = batchesOf(keys);
    const failures: FailedKey[] = [];
    for (const batch of batches) {
      // The fault of a batch is found again, by key, when its keys are tried alone.
      failures.push(
        ...(await project(batch, batch.ids).then(
          (behind) => leftBehind(batch, batch.ids, behind),
          () => oneByOne(batch),
        )),
      );
    }
    const all = batches.reduce((sum, { ids }) => sum + ids.length, 0);
    const lost = failures.filter(({ searched }) => !searched);
    if (all > 1 && lost.length === all) {
      throw new Error(`none of ${all} records could be projected`, { cause: lost[0]?.error });
    }
    return failures;
  };
};
