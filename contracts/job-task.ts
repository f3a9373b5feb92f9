import * as z from 'zod';
import { JobId } from './job-id.ts';

/** What a schedule sends when it is due; EventBridge Scheduler fills in the time. */
export const ScheduledStart = z.object({ job_id: JobId, scheduled_time: z.iso.datetime() });
export type ScheduledStart = z.infer<typeof ScheduledStart>;

/** What a state machine hands to each of its tasks: which run this is. Executions of any input have it. */
export const RunTask = z.object({ job_id: JobId, run_id: z.string().min(1).max(80) });
export type RunTask = z.infer<typeof RunTask>;

/** What a state machine records of its run: that it began, or how it ended. */
export const RunRecord = z.discriminatedUnion('event', [
  RunTask.extend({ event: z.literal('started') }),
  RunTask.extend({ event: z.literal('succeeded'), counts: z.record(z.string(), z.number()) }),
  RunTask.extend({
    event: z.literal('failed'),
    /** The name of the error and, as text, what Step Functions knows of it. */
    failure: z.object({ Error: z.string(), Cause: z.string().default('') }),
  }),
]);
export type RunRecord = z.infer<typeof RunRecord>;
