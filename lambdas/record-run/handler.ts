import { RunRecord } from '#contracts/job-task.ts';
import { recordRun, type RecordRunDeps } from '#core/use-cases/record-run.ts';
import { bind } from '#lambdas/shared/correlation.ts';
import { log } from '#lambdas/shared/log.ts';
import { task } from '#lambdas/shared/task.ts';

/** Records what a state machine says of its run: that it began, or how it ended. */
export const createHandler = (deps: RecordRunDeps) => {
  const record = recordRun(deps);

  return task(RunRecord, async (said) => {
    bind({ job_id: said.job_id, run_id: said.run_id });
    if (said.event === 'failed') log('RUN_FAILED', { error: said.failure.Error });
    await record(said);
  });
};
