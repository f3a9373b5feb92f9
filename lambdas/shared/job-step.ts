import type { z } from 'zod';
import type { RunTask } from '#contracts/job-task.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import { takeStep, type TakeStepDeps } from '#core/use-cases/take-step.ts';
import { bind } from './correlation.ts';
import { task } from './task.ts';

/**
 * The handler of a function that does a step of a job's run: the step is recorded, and the run bound to every log line.
 * A function of several steps says by its input which one it is.
 */
export const jobStep =
  (deps: TakeStepDeps) =>
  <Schema extends z.ZodType<RunTask>, Result>(
    schema: Schema,
    name: string | ((input: z.infer<Schema>) => string),
    handle: (input: z.infer<Schema>, deadline: Deadline) => Promise<Result>,
  ) => {
    const take = takeStep(deps);
    return task(schema, async (input, deadline) => {
      bind({ job_id: input.job_id, run_id: input.run_id });
      const step = typeof name === 'string' ? name : name(input);
      return take({ job: input.job_id, runId: input.run_id }, step, () => handle(input, deadline));
    });
  };
