import {
  GetEventSourceMappingCommand,
  LambdaClient,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { createIam } from '#local/iam/create-iam.ts';
import { serveLambda } from '#local/lambda/serve-lambda.ts';
import { createMappings } from '#local/event-sources/create-mappings.ts';
import { sqsQueue } from '#local/resources/sqs-queue.ts';
import { emulatedTable, keysOf } from '#test/support/emulated-table.ts';
import { startEmulatedCloud } from '#test/support/emulated-cloud.ts';
import { eventually } from '#test/support/eventually.ts';
import { until } from '#test/support/until.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const MAPPING = 'test-Mapping';
const arnOf = (id: string) => `arn:aws:lambda:us-east-1:000000000000:event-source-mapping:${id}`;

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;

/** The cloud's Lambda, and a client of a role that may change the mapping `allowed`. */
const lambdaOf = async ({ context, mappings }: Pick<Cloud, 'context' | 'mappings'>, allowed = MAPPING) => {
  const iam = createIam({ accountId: context.accountId, services: context.credentials, log: context.log });
  const arn = 'arn:aws:iam::000000000000:role/tender';
  iam.addRole({ name: 'tender', arn, managedPolicies: [] });
  const document = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['lambda:UpdateEventSourceMapping', 'lambda:GetEventSourceMapping'],
        Resource: arnOf(allowed),
      },
    ],
  };
  iam.putPolicy({ role: 'tender', name: 'pausing', document });
  const service = await serveLambda({ ...context, mappings, iam });
  const client = new LambdaClient({
    region: context.region,
    endpoint: service.endpoint,
    credentials: iam.employ('tender', arn),
    maxAttempts: 1,
  });
  ends.push(async () => {
    client.destroy();
    await service.stop();
  });
  return {
    set: async (Enabled: boolean, UUID = MAPPING) =>
      client.send(new UpdateEventSourceMappingCommand({ UUID, Enabled })),
    state: async () => (await client.send(new GetEventSourceMappingCommand({ UUID: MAPPING }))).State,
    client,
  };
};

const queueWithWorker = async () => {
  const cloud = await startEmulatedCloud();
  ends.push(cloud.stop);
  const { ref: url, attributes } = await cloud.start(sqsQueue, 'Work', {
    QueueName: 'work',
    VisibilityTimeout: 30,
  });
  const seen: string[] = [];
  cloud.functions.set('worker', async (event) => {
    for (const { body } of (event as SQSEvent).Records) seen.push(body);
  });
  await cloud.start(cloud.mappingType, 'Mapping', {
    EventSourceArn: attributes['Arn'],
    FunctionName: 'worker',
    BatchSize: 1,
  });
  const send = async (body: string) =>
    cloud.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: body }));
  const waiting = async (): Promise<number> => {
    const { Attributes } = await cloud.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Number(Attributes?.['ApproximateNumberOfMessages']);
  };
  return { cloud, seen, send, waiting };
};

describe('a mapping of a queue', () => {
  it('that is disabled leaves messages where they are, and goes on when it is enabled', async () => {
    const { cloud, seen, send, waiting } = await queueWithWorker();
    const lambda = await lambdaOf(cloud);
    await send('first');
    await until(() => seen.includes('first'));

    expect(await lambda.set(false)).toMatchObject({ State: 'Disabling', UUID: MAPPING });
    expect(await lambda.state()).toBe('Disabled');
    for (const body of ['a', 'b', 'c']) await send(body);
    await until(async () => (await waiting()) === 3);
    expect(await lambda.set(false)).toMatchObject({ State: 'Disabling' });
    expect(seen).not.toContain('a');

    expect(await lambda.set(true)).toMatchObject({ State: 'Enabling' });
    await until(() => ['a', 'b', 'c'].every((body) => seen.includes(body)));
    expect(await lambda.state()).toBe('Enabled');
  });

  it('stays disabled over a restart', async () => {
    const { cloud, seen, send, waiting } = await queueWithWorker();
    await (await lambdaOf(cloud)).set(false);

    const after = createMappings({ dataDirectory: cloud.dataDirectory, log: () => undefined });
    let started = 0;
    const start = async () => {
      started += 1;
      return { stop: async () => undefined };
    };
    await after.add({ id: MAPPING, sourceArn: 'q', functionArn: 'f', enabled: true, start });
    await send('later');
    await until(async () => (await waiting()) === 1);

    expect(started).toBe(0);
    expect(seen).toEqual([]);
    await after.set(MAPPING, true);
    expect(started).toBe(1);
  });

  it('is changed by nobody without the right to exactly this one', async () => {
    const { cloud } = await queueWithWorker();

    const other = await lambdaOf(cloud, 'test-Other');
    await expect(other.set(false)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`lambda:UpdateEventSourceMapping on resource: ${arnOf(MAPPING)}`),
    });
    await expect(other.set(false, 'test-Other')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const own = await lambdaOf(cloud);
    await expect(
      own.client.send(new UpdateEventSourceMappingCommand({ UUID: MAPPING, BatchSize: 3 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
    expect(await own.state()).toBe('Enabled');
  });
});

describe('a mapping of a stream', () => {
  it('that was disabled goes on after the last change that was done', async () => {
    const { cloud, put, map } = await emulatedTable();
    const lambda = await lambdaOf(cloud);
    const seen: string[] = [];
    await map(async (event: DynamoDBStreamEvent) => void seen.push(...keysOf(event)));
    await put('demo#before');
    await until(() => seen.includes('demo#before'));

    await lambda.set(false);
    await put('demo#meanwhile');
    await lambda.set(true);
    await put('demo#after');

    await eventually(async () =>
      seen.includes('demo#meanwhile') && seen.includes('demo#after') ? true : undefined,
    );
    expect(seen.indexOf('demo#meanwhile')).toBeLessThan(seen.indexOf('demo#after'));
  });
});
