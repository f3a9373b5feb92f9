import { RunTask } from '#contracts/job-task.ts';
import { checkHealth, type CheckHealthDeps } from '#core/use-cases/check-health.ts';
import type { TakeStepDeps } from '#core/use-cases/take-step.ts';
import { jobStep } from '#lambdas/shared/job-step.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** The step of `health_check` that asks every part of the service; answers what it counted. */
export const createHandler = (deps: CheckHealthDeps & TakeStepDeps) => {
  const check = checkHealth(deps);

  return jobStep(deps)(RunTask, 'CheckComponents', async ({ run_id }) => {
    const counts = await check(run_id);
    measure('ComponentsUnhealthy', counts.unhealthy);
    return counts;
  });
};
