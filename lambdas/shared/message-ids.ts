import * as z from 'zod';
import type { SQSRecord } from 'aws-lambda';
import type { Correlation } from './correlation.ts';
import { readTrace } from './trace.ts';

const Ids = z.object({
  tenant: z.string().optional(),
  import_id: z.string().optional(),
  segment: z.number().optional(),
});

const Carried = z.object({
  correlation_id: z.object({ stringValue: z.string() }).optional(),
});

/** The ids of a message that came in: its own, and those of the work that sent it. */
export const messageIds = ({ messageId, attributes, messageAttributes }: SQSRecord): Correlation => ({
  message_id: messageId,
  correlation_id: Carried.safeParse(messageAttributes).data?.correlation_id?.stringValue ?? messageId,
  ...readTrace(attributes.AWSTraceHeader),
});

/** The ids in a message's body. */
export const bodyIds = (message: unknown): Correlation => Ids.safeParse(message).data ?? {};
