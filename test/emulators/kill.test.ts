import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteMessageCommand, ReceiveMessageCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { dynamodbTable } from '#local/resources/dynamodb-table.ts';
import { s3Bucket } from '#local/resources/s3-bucket.ts';
import { sqsQueue } from '#local/resources/sqs-queue.ts';
import { startEmulatedCloud } from '../support/emulated-cloud.ts';
import { until } from '../support/until.ts';

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;
const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

const setup = async (dataDirectory?: string) => {
  const cloud = await startEmulatedCloud({ dataDirectory });
  clouds.push(cloud);
  await cloud.start(dynamodbTable, 'Rows', {
    TableName: 'rows',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  });
  await cloud.start(s3Bucket(cloud.front), 'Objects', { BucketName: 'objects' });
  const { ref: dead } = await cloud.start(sqsQueue, 'Dead', { QueueName: 'dead' });
  const { ref: queue } = await cloud.start(sqsQueue, 'Work', {
    QueueName: 'work',
    VisibilityTimeout: 0,
    RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:dead', maxReceiveCount: 1 },
  });
  return { cloud, queue, dead };
};

/** Does work without end until it fails; tells what was acknowledged. */
const endless = (work: (id: string) => Promise<unknown>) => {
  const acknowledged: string[] = [];
  const loop = async (lane: number): Promise<void> => {
    for (let index = 0; ; index += 1) {
      await work(`${lane}-${index}`);
      acknowledged.push(`${lane}-${index}`);
    }
  };
  const ended = Promise.allSettled([0, 1, 2].map(loop));
  return { acknowledged, ended };
};

const drain = async ({ sqs }: Cloud, QueueUrl: string, into: Set<string>): Promise<void> => {
  for (;;) {
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 600 }),
    );
    if (Messages.length === 0) return;
    for (const { Body, ReceiptHandle } of Messages) {
      into.add(Body ?? '');
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    }
  }
};

describe('the emulators, killed in the middle of work', () => {
  it.each([1, 2])('keep all that they acknowledged (kill %i)', async (round) => {
    const { cloud, queue } = await setup();
    const rows = endless(async (pk) =>
      cloud.dynamodb.send(new PutItemCommand({ TableName: 'rows', Item: { pk: { S: pk } } })),
    );
    const objects = endless(async (Key) =>
      cloud.s3.send(new PutObjectCommand({ Bucket: 'objects', Key, Body: `body of ${Key}` })),
    );
    const messages = endless(async (MessageBody) =>
      cloud.sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody })),
    );
    // Messages move to the dead letters all the while: the emulator's one step in two places.
    const moves = endless(async () =>
      cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 3 })),
    );
    await until(() =>
      [rows, objects, messages, moves].every(({ acknowledged }) => acknowledged.length > 100 * round),
    );

    await cloud.kill();
    await Promise.all([rows, objects, messages, moves].map(async ({ ended }) => ended));
    const again = await setup(cloud.dataDirectory);

    const found = new Set<string>();
    await drain(again.cloud, again.queue, found);
    await drain(again.cloud, again.dead, found);
    expect(messages.acknowledged.filter((id) => !found.has(id))).toEqual([]);
    for (const pk of rows.acknowledged) {
      const { Item } = await again.cloud.dynamodb.send(
        new GetItemCommand({ TableName: 'rows', Key: { pk: { S: pk } } }),
      );
      expect(Item).toBeDefined();
    }
    for (const Key of objects.acknowledged) {
      const { ContentLength } = await again.cloud.s3.send(new HeadObjectCommand({ Bucket: 'objects', Key }));
      expect(ContentLength).toBe(`body of ${Key}`.length);
    }
  });

  it('are started again on the same ports, and end what an earlier run left', async () => {
    const { cloud, queue } = await setup();
    await cloud.sqs.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: 'kept' }));
    const sqs = cloud.services.at(cloud.emulators.services.findIndex(({ name }) => name === 'sqs'))!;
    sqs.kill();
    await sqs.exited;

    const restarted = await cloud.emulators.services.find(({ name }) => name === 'sqs')!.start();
    const { Messages } = await cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl: queue }));
    // A second run on the directory of a first that was not stopped.
    const again = await setup(cloud.dataDirectory);

    expect(Messages).toMatchObject([{ Body: 'kept' }]);
    expect(await restarted.exited).toContain('SIGKILL');
    expect(await Promise.all(cloud.services.map(async ({ exited }) => exited))).toHaveLength(3);
    expect(again.cloud.port).not.toBe(cloud.port);
  });
});
