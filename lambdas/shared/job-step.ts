import type { z } from 'zod';
import type { RunTask } from '#contracts/job-task.ts';
import { takeStep, type TakeStepDeps } from '#core/use-cases/take-step.ts';
import { bind } from './correlation.ts';
import { task } from './task.ts';

/** The handler of a function that does one step of a job's run: the step is recorded, and the run bound to every log line. */
export const jobStep =
  (deps: TakeStepDeps) =>
  <Schema extends z.ZodType<RunTask>, Result>(
    schema: Schema,
    name: string,
    handle: (input: z.infer<Schema>) => Promise<Result>,
  ) => {
    const take = takeStep(deps);
    return task(schema, async (input) => {
      bind({ job_id: input.job_id, run_id: input.run_id });
      return take({ job: input.job_id, runId: input.run_id }, name, () => handle(input));
    });
  };
