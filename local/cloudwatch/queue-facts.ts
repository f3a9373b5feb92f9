import * as z from 'zod';

/** Path of the SQS emulator that tells what it knows of its queues. */
export const QUEUE_FACTS_PATH = '/_caselore/facts';

/** What the SQS emulator knows of one queue; counts are since the last question, ages in seconds. */
export const QueueFacts = z.object({
  name: z.string(),
  visible: z.int(),
  notVisible: z.int(),
  delayed: z.int(),
  oldestSeconds: z.number(),
  sent: z.int(),
  received: z.int(),
  deleted: z.int(),
});
export type QueueFacts = z.infer<typeof QueueFacts>;
