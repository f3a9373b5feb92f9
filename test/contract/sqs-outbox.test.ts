import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqsOutbox } from '#adapters/aws/sqs-outbox.ts';
import { startSqs } from '#test/support/emulators.ts';

let sqs: Awaited<ReturnType<typeof startSqs>>;

beforeAll(async () => {
  sqs = await startSqs();
});

afterAll(async () => {
  await sqs.stop();
});

describe('sqsOutbox', () => {
  it('sends any number of messages', async () => {
    const url = await sqs.createQueue('segments');
    const sent = Array.from({ length: 23 }, (_, index) => ({ tenant: 'demo', segment: index + 1 }));
    await sqsOutbox<{ tenant: string; segment: number }>(sqs.client, url).send(sent);

    const received: number[] = [];
    while (received.length < sent.length) {
      const { Messages = [] } = await sqs.client.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
      );
      received.push(...Messages.map(({ Body }) => JSON.parse(Body!).segment as number));
    }
    expect(received.toSorted((a, b) => a - b)).toEqual(sent.map(({ segment }) => segment));
  });

  it('sends nothing for no messages, and later what is delayed', async () => {
    const url = await sqs.createQueue('verification');
    const outbox = sqsOutbox<{ tenant: string }>(sqs.client, url);
    await outbox.send([]);
    await outbox.send([{ tenant: 'demo' }], 900);

    const { Messages } = await sqs.client.send(new ReceiveMessageCommand({ QueueUrl: url }));
    expect(Messages).toBeUndefined();
  });
});
