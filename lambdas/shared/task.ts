import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type * as z from 'zod';
import { metrics } from './metrics.ts';
import { observed } from './observed.ts';

/** The handler of a function that is called with plain input: a schedule or a state of a state machine. */
export const task = <Schema extends z.ZodType, Result>(
  schema: Schema,
  handle: (input: z.infer<Schema>) => Promise<Result>,
) =>
  observed(async (event: unknown): Promise<Result> => {
    metrics.addMetric('TasksStarted', MetricUnit.Count, 1);
    return handle(schema.parse(event));
  });
