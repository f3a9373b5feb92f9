import type * as z from 'zod';
import type { Deadline } from '#core/ports/deadline.ts';
import { correlated } from './correlation.ts';
import { log } from './log.ts';
import { measure } from './measure.ts';
import { observed } from './observed.ts';

/** The handler of a function that is called with plain input: a schedule or a state of a state machine. */
export const task = <Schema extends z.ZodType, Result>(
  schema: Schema,
  handle: (input: z.infer<Schema>, deadline: Deadline) => Promise<Result>,
) =>
  observed(async (event: unknown, context): Promise<Result> =>
    correlated({ correlation_id: context.awsRequestId }, async () => {
      const started = performance.now();
      measure('TasksStarted', 1);
      log('TASK_STARTED', {});
      const deadline = { remaining: () => context.getRemainingTimeInMillis() };
      const result = await handle(schema.parse(event), deadline);
      log('TASK_COMPLETED', { duration_ms: Math.round(performance.now() - started) });
      return result;
    }),
  );
