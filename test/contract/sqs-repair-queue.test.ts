import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqsRepairQueue } from '#adapters/aws/sqs-repair-queue.ts';
import { RepairMessage } from '#contracts/repair-message.ts';
import { startSqs } from '#test/support/emulators.ts';

describe('sqsRepairQueue', () => {
  let sqs: Awaited<ReturnType<typeof startSqs>>;
  beforeAll(async () => {
    sqs = await startSqs();
  });
  afterAll(() => sqs.stop());

  it('queues every key as one message', async () => {
    const url = await sqs.createQueue('repairs');
    const keys = Array.from({ length: 23 }, (_, n) => ({
      tenant: 'demo',
      id: `c "${n}" ä`,
      kind: n % 2 === 0 ? ('case' as const) : ('article' as const),
    }));

    await sqsRepairQueue(sqs.client, url).send(keys);
    await sqsRepairQueue(sqs.client, url).send([]);

    const received: RepairMessage[] = [];
    while (received.length < keys.length) {
      const { Messages = [] } = await sqs.client.send(
        new ReceiveMessageCommand({ QueueUrl: url, MaxNumberOfMessages: 10 }),
      );
      received.push(...Messages.map(({ Body }) => RepairMessage.parse(JSON.parse(Body ?? ''))));
    }
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(received.toSorted(byId)).toEqual(keys.toSorted(byId));
  });

  it('throws when the queue is not there', async () => {
    const queue = sqsRepairQueue(sqs.client, `${sqs.endpoint}/000000000000/nobody`);

    await expect(queue.send([{ tenant: 'demo', id: 'a', kind: 'case' }])).rejects.toThrow(/queue/i);
  });
});
