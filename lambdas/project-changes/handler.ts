import type { RecordKind } from '#contracts/record-key.ts';
import type { RepairQueue } from '#core/ports/repair-queue.ts';
import { projectRecords, type ProjectRecordsDeps } from '#core/use-cases/project-records.ts';
import { eachChange } from '#lambdas/shared/each-change.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

export type ProjectChangesDeps = ProjectRecordsDeps & {
  readonly repairs: RepairQueue;
  /** The kind of record that each table holds, by the table's name. */
  readonly kindOfTable: ReadonlyMap<string, RecordKind>;
};

const METERS = { keys: 'KeysProjected', lag: 'ProjectionLag', duration: 'ProjectionDuration' } as const;

/** Makes the index follow the tables of records. A key that fails alone goes to the repairs and holds up no other. */
export const createHandler = (deps: ProjectChangesDeps) => {
  const project = projectRecords(deps);
  return eachChange(
    deps.kindOfTable,
    async (keys) => {
      const failed = await project(keys);
      measure('ProjectionFailures', failed.length);
      for (const { key, error } of failed) log('PROJECTION_FAILED', { tenant: key.tenant, error });
      await deps.repairs.send(failed.map(({ key }) => key));
    },
    METERS,
  );
};
