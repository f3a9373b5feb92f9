import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RepairMessage } from '#contracts/repair-message.ts';
import type { RepairQueue } from '#core/ports/repair-queue.ts';

/** Most messages of one call (SQS). */
const BATCH = 10;

/** The queue of repairs on SQS: one message a key. */
export const sqsRepairQueue = (client: SQSClient, queueUrl: string): RepairQueue => ({
  async send(keys) {
    for (let start = 0; start < keys.length; start += BATCH) {
      const messages: readonly RepairMessage[] = keys
        .slice(start, start + BATCH)
        .map(({ tenant, id, kind }) => ({ tenant, id, kind }));
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: messages.map((message, n) => ({
            Id: String(n),
            MessageBody: JSON.stringify(message),
            // The fair-queue group: one tenant's repairs do not hold up another's.
            MessageGroupId: message.tenant,
          })),
        }),
      );
      if (Failed.length > 0) throw new Error(`${Failed.length} repairs were not queued: ${Failed[0]?.Code}`);
    }
  },
});
