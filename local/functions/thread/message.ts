import * as z from 'zod';

/** What a function's thread is started with. */
export const ThreadData = z.object({
  directory: z.string(),
  handler: z.string(),
  layers: z.array(z.string()),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMegabytes: z.number(),
  logGroupName: z.string(),
  logStreamName: z.string(),
});
export type ThreadData = z.infer<typeof ThreadData>;

/** One invocation, sent to the thread; `event` is JSON, `deadline` in milliseconds of the epoch. */
export const Invoke = z.object({
  requestId: z.string(),
  traceId: z.string(),
  event: z.string(),
  deadline: z.number(),
});
export type Invoke = z.infer<typeof Invoke>;

/** What the thread says: that it has loaded its handler (or cannot), and the end of each invocation. */
export const ThreadMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('loaded') }),
  z.object({ kind: z.literal('answered'), payload: z.string() }),
  z.object({ kind: z.literal('failed'), errorType: z.string(), errorMessage: z.string() }),
]);
export type ThreadMessage = z.infer<typeof ThreadMessage>;
