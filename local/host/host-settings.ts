import * as z from 'zod';

/** What the supervisor tells the host process; the whole is its first argument, as JSON. */
export const HostSettings = z.object({
  dataDirectory: z.string(),
  assemblyDirectory: z.string(),
  /** Where the search index is. */
  searchUrl: z.string(),
  port: z.int(),
  /** Addresses of the emulators themselves. */
  emulators: z.object({ dynamodb: z.string(), s3: z.string(), sqs: z.string() }),
  /** Address of the customer's case database. */
  caseDatabase: z.string(),
  region: z.string(),
  accountId: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  seed: z.int(),
  /** Without schedules nothing starts by the clock; on unless told otherwise. */
  schedules: z.boolean().optional(),
});
export type HostSettings = z.infer<typeof HostSettings>;

/** What the host process says to the supervisor. */
export const HostMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('refused'), sentence: z.string() }),
]);
export type HostMessage = z.infer<typeof HostMessage>;

/** The one thing that the supervisor says to the host process. */
export const STOP = 'stop';
