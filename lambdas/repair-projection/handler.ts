import { RepairMessage } from '#contracts/repair-message.ts';
import { projectRecords, type ProjectRecordsDeps } from '#core/use-cases/project-records.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Makes one passage equal to its row once more; what fails stays in the queue and ends in its dead-letter queue. */
export const createHandler = (deps: ProjectRecordsDeps) => {
  const project = projectRecords(deps);
  return eachMessage(RepairMessage, async (key) => {
    const [failed] = await project([key]);
    if (failed) throw new Error('the record could not be projected', { cause: failed.error });
    measure('KeysProjected', 1);
  });
};
