import { DeleteMessageBatchCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import type { Message, SQSClient } from '@aws-sdk/client-sqs';

/** A queue and the client to reach it. */
export type Queue = { readonly client: SQSClient; readonly url: string };

type Wanted = { readonly size: number; readonly windowMs: number; readonly signal: AbortSignal };

// SQS gives at most 10 messages at once and waits at most 20 s.
const MOST_AT_ONCE = 10;
const LONG_POLL_SECONDS = 10;

/** Waits for messages, then collects until the batch is full or its window is over; empty when none came. */
export const receiveBatch = async (
  queue: Queue,
  { size, windowMs, signal }: Wanted,
): Promise<readonly Message[]> => {
  const messages = await receive(queue, Math.min(size, MOST_AT_ONCE), LONG_POLL_SECONDS, signal);
  const deadline = performance.now() + windowMs;
  while (messages.length > 0 && messages.length < size && performance.now() < deadline) {
    const more = await receive(queue, Math.min(size - messages.length, MOST_AT_ONCE), 1, signal);
    messages.push(...more);
  }
  return messages;
};

const receive = async (
  { client, url }: Queue,
  most: number,
  seconds: number,
  signal: AbortSignal,
): Promise<Message[]> => {
  const { Messages } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: most,
      WaitTimeSeconds: seconds,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
    }),
    { abortSignal: signal },
  );
  return Messages ?? [];
};

/** Deletes messages of a queue, ten at a time; throws when SQS refuses one. */
export const deleteMessages = async ({ client, url }: Queue, messages: readonly Message[]): Promise<void> => {
  for (let start = 0; start < messages.length; start += MOST_AT_ONCE) {
    const { Failed } = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: messages
          .slice(start, start + MOST_AT_ONCE)
          .map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle })),
      }),
    );
    if (Failed?.[0] !== undefined)
      throw new Error(`A message was not deleted: ${Failed[0].Message ?? Failed[0].Code}`);
  }
};
