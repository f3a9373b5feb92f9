import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Outbox } from '#core/ports/outbox.ts';

/** SendMessageBatch takes ten messages. */
const MESSAGES_A_CALL = 10;

/** An SQS queue; the tenant is the message group, which makes a standard queue fair among tenants. */
export const sqsOutbox = <Message extends { readonly tenant: string }>(
  client: SQSClient,
  queueUrl: string,
): Outbox<Message> => ({
  async send(messages, delaySeconds = 0) {
    for (let done = 0; done < messages.length; done += MESSAGES_A_CALL) {
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: messages.slice(done, done + MESSAGES_A_CALL).map((message, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(message),
            MessageGroupId: message.tenant,
            DelaySeconds: delaySeconds,
          })),
        }),
      );
      const [first] = Failed;
      if (first) throw new Error(`${Failed.length} messages were refused, the first: ${first.Code}`);
    }
  },
});
