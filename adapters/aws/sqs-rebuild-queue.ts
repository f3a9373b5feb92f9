import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';

/** SendMessageBatch takes ten messages. */
const MESSAGES_A_CALL = 10;

/** The queue of rebuilds on SQS. */
export const sqsRebuildQueue = (client: SQSClient, queueUrl: string): RebuildQueue => ({
  async send(messages, delaySeconds = 0) {
    for (let done = 0; done < messages.length; done += MESSAGES_A_CALL) {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: messages.slice(done, done + MESSAGES_A_CALL).map((message, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(message),
            DelaySeconds: delaySeconds,
          })),
        }),
      );
      const [first] = Failed;
      if (first) throw new Error(`${Failed.length} messages were refused, the first: ${first.Code}`);
    }
  },
});
