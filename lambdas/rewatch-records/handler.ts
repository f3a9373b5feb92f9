import { RepairMessage } from '#contracts/repair-message.ts';
import { watchRecords, type WatchRecordsDeps } from '#core/use-cases/watch-records.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';

/** Follows one record once more; what fails stays in the queue and ends in its dead-letter queue. */
export const createHandler = (deps: WatchRecordsDeps) => {
  const watch = watchRecords(deps);
  return eachMessage(RepairMessage, async (key) => {
    const [failed] = await watch([key]);
    if (failed) throw new Error('the record could not be followed', { cause: failed.error });
  });
};
