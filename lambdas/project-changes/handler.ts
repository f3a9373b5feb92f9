import type { RepairQueue } from '#core/ports/repair-queue.ts';
import { projectRecords, type ProjectRecordsDeps } from '#core/use-cases/project-records.ts';
import { eachChange } from '#lambdas/shared/each-change.ts';
import { logger } from '#lambdas/shared/logger.ts';

export type ProjectChangesDeps = ProjectRecordsDeps & { readonly repairs: RepairQueue };

/** Makes the index follow the cases table. A key that fails alone goes to the repairs and holds up no other. */
export const createHandler = (deps: ProjectChangesDeps) => {
  const project = projectRecords(deps);
  return eachChange(async (keys) => {
    const failed = await project(keys);
    for (const { key, error } of failed) logger.error('PROJECTION_FAILED', { tenant: key.tenant, error });
    await deps.repairs.send(failed.map(({ key }) => key));
  });
};
