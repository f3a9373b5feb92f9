import * as z from 'zod';
import type { ArnPlace, Need } from './need.ts';

const ByUrl = z.object({ QueueUrl: z.url() });
const ByName = z.object({ QueueName: z.string() });

/** Actions by operation: a batch needs what its messages would need alone. */
const ACTIONS: Readonly<Record<string, string>> = {
  SendMessage: 'SendMessage',
  SendMessageBatch: 'SendMessage',
  ReceiveMessage: 'ReceiveMessage',
  DeleteMessage: 'DeleteMessage',
  DeleteMessageBatch: 'DeleteMessage',
  ChangeMessageVisibility: 'ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  GetQueueAttributes: 'GetQueueAttributes',
  PurgeQueue: 'PurgeQueue',
};

/** Rights that a request to SQS needs, from its operation and body; undefined for an operation that is not known here. */
export const sqsNeeds = (operation: string, body: unknown, place: ArnPlace): readonly Need[] | undefined => {
  if (operation === 'GetQueueUrl') {
    return [{ action: 'sqs:GetQueueUrl', resource: queueArn(ByName.parse(body).QueueName, place) }];
  }
  const action = ACTIONS[operation];
  if (action === undefined) return undefined;
  const name = new URL(ByUrl.parse(body).QueueUrl).pathname.split('/').at(-1) ?? '';
  return [{ action: `sqs:${action}`, resource: queueArn(name, place) }];
};

const queueArn = (name: string, { region, accountId }: ArnPlace): string =>
  `arn:aws:sqs:${region}:${accountId}:${name}`;
