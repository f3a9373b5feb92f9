import { RunTask } from '#contracts/job-task.ts';
import type { TakePartDeps } from '#core/use-cases/take-part.ts';
import { vectorise, type VectoriseDeps } from '#core/use-cases/vectorise.ts';
import { jobPart } from '#lambdas/shared/job-part.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Makes the index equal to the rows: one part of a run for each call, until the answer says that there is no more. */
export const createHandler = (deps: VectoriseDeps & TakePartDeps) => {
  const work = vectorise(deps);

  return jobPart(deps)(RunTask, 'Vectorise', async ({ run_id }, deadline) => {
    const progress = await work(run_id, deadline);
    const { more, waiting, counts } = progress;
    log('VECTORISATION_PROGRESSED', { more, waiting, counts });
    // Counts are those of the run so far: only its end adds them up.
    if (!more) measure('PassagesMended', counts.embedded + counts.removed);
    return progress;
  });
};
