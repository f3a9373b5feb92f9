import type { z } from 'zod';
import type { RunTask } from '#contracts/job-task.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import { takePart, type TakePartDeps } from '#core/use-cases/take-part.ts';
import { bind } from './correlation.ts';
import { task } from './task.ts';

/** The handler of a function that does a step of a job's run in several calls: the step is recorded as one, and the run bound to every log line. */
export const jobPart =
  (deps: TakePartDeps) =>
  <Schema extends z.ZodType<RunTask>, Result extends { readonly more: boolean }>(
    schema: Schema,
    name: string,
    handle: (input: z.infer<Schema>, deadline: Deadline) => Promise<Result>,
  ) => {
    const take = takePart(deps);
    return task(schema, async (input, deadline) => {
      bind({ job_id: input.job_id, run_id: input.run_id });
      return take({ job: input.job_id, runId: input.run_id }, name, () => handle(input, deadline));
    });
  };
