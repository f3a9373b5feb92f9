import {
  ChangeMessageVisibilityCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, describe, expect, it } from 'vitest';
import { eventsRule } from '#local/resources/events-rule.ts';
import { sqsQueue } from '#local/resources/sqs-queue.ts';
import { startEmulatedCloud } from '../support/emulated-cloud.ts';
import { until } from '../support/until.ts';

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;
const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

const arn = (name: string): string => `arn:aws:sqs:us-east-1:000000000000:${name}`;

const setup = async ({
  visibility = 30,
  dataDirectory,
}: { visibility?: number; dataDirectory?: string } = {}) => {
  const cloud = await startEmulatedCloud({ dataDirectory });
  clouds.push(cloud);
  const { ref: deadLetters } = await cloud.start(sqsQueue, 'Dead', { QueueName: 'dead' });
  const { ref: queue } = await cloud.start(sqsQueue, 'Work', {
    QueueName: 'work',
    VisibilityTimeout: visibility,
    RedrivePolicy: { deadLetterTargetArn: arn('dead'), maxReceiveCount: 2 },
  });
  const send = async (bodies: readonly string[]): Promise<void> => {
    for (let start = 0; start < bodies.length; start += 10) {
      const Entries = bodies
        .slice(start, start + 10)
        .map((MessageBody, index) => ({ Id: String(index), MessageBody }));
      await cloud.sqs.send(new SendMessageBatchCommand({ QueueUrl: queue, Entries }));
    }
  };
  const count = async (url: string) => {
    const { Attributes } = await cloud.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }),
    );
    return {
      ready: Number(Attributes?.['ApproximateNumberOfMessages']),
      inFlight: Number(Attributes?.['ApproximateNumberOfMessagesNotVisible']),
    };
  };
  const receive = async (QueueUrl: string, WaitTimeSeconds = 0) =>
    (
      await cloud.sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          WaitTimeSeconds,
          MaxNumberOfMessages: 10,
          MessageSystemAttributeNames: ['All'],
        }),
      )
    ).Messages ?? [];
  const map = async (handler: (event: SQSEvent) => Promise<unknown>, properties: object = {}) => {
    cloud.functions.set('worker', handler as (event: unknown) => Promise<unknown>);
    await cloud.start(cloud.mappingType, 'Mapping', {
      EventSourceArn: arn('work'),
      FunctionName: 'worker',
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ...properties,
    });
  };
  return { cloud, queue, deadLetters, send, count, receive, map };
};

const numbers = (count: number): string[] => Array.from({ length: count }, (_, index) => `m-${index}`);

describe('SQS of the laptop form', () => {
  it('keeps queues, attributes and messages over a kill, and gives those in flight back at once', async () => {
    const { cloud, queue, send, receive } = await setup({ visibility: 600 });
    await send(numbers(30));
    const inFlight = await receive(queue);
    await cloud.kill();

    const again = await setup({ visibility: 700, dataDirectory: cloud.dataDirectory });

    const { Attributes } = await again.cloud.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: again.queue, AttributeNames: ['All'] }),
    );
    const seen = new Set<string>();
    await again.map(async ({ Records }) => Records.forEach(({ body }) => seen.add(body)));
    await until(() => seen.size === 30);

    expect(inFlight).toHaveLength(10);
    expect(Attributes).toMatchObject({ ApproximateNumberOfMessages: '20', VisibilityTimeout: '700' });
    expect(JSON.parse(Attributes?.['RedrivePolicy'] ?? '')).toMatchObject({ maxReceiveCount: 2 });
  });

  it('gives a message back when its visibility is set to nothing', async () => {
    const { cloud, queue, send, receive } = await setup();
    await send(['one']);
    const [message] = await receive(queue);

    await cloud.sqs.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: queue,
        ReceiptHandle: message?.ReceiptHandle,
        VisibilityTimeout: 0,
      }),
    );

    expect(await receive(queue)).toMatchObject([
      { Body: 'one', Attributes: { ApproximateReceiveCount: '2' } },
    ]);
  });

  it('calls the function with the event of Lambda', async () => {
    const { cloud, queue, count, map } = await setup();
    const events: SQSEvent[] = [];
    await map(async (event) => void events.push(event));
    await cloud.sqs.send(
      new SendMessageCommand({
        QueueUrl: queue,
        MessageBody: 'hello',
        MessageAttributes: { kind: { DataType: 'String', StringValue: 'greeting' } },
      }),
    );
    await until(() => events.length > 0);

    expect(events[0]?.Records).toEqual([
      {
        messageId: expect.any(String),
        receiptHandle: expect.any(String),
        body: 'hello',
        attributes: expect.objectContaining({
          ApproximateReceiveCount: '1',
          SentTimestamp: expect.stringMatching(/^\d+$/),
        }),
        messageAttributes: {
          kind: { stringValue: 'greeting', stringListValues: [], binaryListValues: [], dataType: 'String' },
        },
        md5OfBody: '5d41402abc4b2a76b9719d911017c592',
        md5OfMessageAttributes: expect.any(String),
        eventSource: 'aws:sqs',
        eventSourceARN: arn('work'),
        awsRegion: 'us-east-1',
      },
    ]);
    await until(async () => (await count(queue)).inFlight === 0);
  });

  it('delivers all, some twice, not in order, and never more at once than allowed', async () => {
    const { queue, send, count, map } = await setup();
    const bodies = numbers(600);
    await send(bodies);
    const seen: string[] = [];
    let [running, most] = [0, 0];
    await map(
      async ({ Records }) => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setImmediate(resolve));
        seen.push(...Records.map(({ body }) => body));
        running -= 1;
      },
      { BatchSize: 10, ScalingConfig: { MaximumConcurrency: 3 } },
    );
    await until(() => new Set(seen).size === bodies.length);
    await until(async () => (await count(queue)).inFlight === 0);

    expect(most).toBeLessThanOrEqual(3);
    expect(seen.length).toBeGreaterThan(bodies.length);
    expect(seen.slice(0, 10)).not.toEqual(bodies.slice(0, 10));
  });

  it('brings back only what failed, and after too many times to the dead letters', async () => {
    const { queue, deadLetters, send, count, receive, map } = await setup({ visibility: 1 });
    await send(['good', 'bad', 'fine']);
    const seen: string[] = [];
    await map(async ({ Records }) => {
      seen.push(...Records.map(({ body }) => body));
      const failed = Records.filter(({ body }) => body === 'bad');
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
    await until(async () => (await count(deadLetters)).ready === 1);

    const [dead] = await receive(deadLetters);
    expect(dead?.Body).toBe('bad');
    expect(seen.filter((body) => body === 'bad')).toHaveLength(2);
    expect(seen.filter((body) => body === 'good')).toHaveLength(1);
    expect(await count(queue)).toEqual({ ready: 0, inFlight: 0 });
  });

  it('brings back a whole batch when the function throws or answers nonsense', async () => {
    const { queue, send, count, map } = await setup({ visibility: 1 });
    await send(['one', 'two']);
    let calls = 0;
    await map(async () => {
      calls += 1;
      if (calls === 1) return { batchItemFailures: [{ itemIdentifier: 'unknown' }] };
      return {};
    });

    await until(async () => calls >= 2 && (await count(queue)).inFlight === 0);

    expect(await count(queue)).toEqual({ ready: 0, inFlight: 0 });
  });

  it('routes events by pattern and schedule to queues and functions', async () => {
    const { cloud, queue, receive } = await setup();
    const called: unknown[] = [];
    cloud.functions.set(
      'arn:aws:lambda:us-east-1:000000000000:function:tend',
      async (event) => void called.push(event),
    );
    const rule = eventsRule(cloud.bus);
    await cloud.start(rule, 'Uploads', {
      EventPattern: { source: ['aws.s3'], detail: { object: { key: [{ prefix: 'uploads/' }] } } },
      Targets: [{ Id: 'queue', Arn: arn('work') }],
    });
    const tend = { Id: 'function', Arn: 'arn:aws:lambda:us-east-1:000000000000:function:tend' };
    await cloud.start(rule, 'Tend', { ScheduleExpression: 'rate(1 minute)', Targets: [tend] });
    const event = (key: string) => ({ source: 'aws.s3', detail: { object: { key } } });

    await cloud.context.publish(event('uploads/demo/1'));
    await cloud.context.publish(event('segments/demo/1'));
    cloud.clock.now = () => new Date(Date.now() + 61_000);

    const messages = await receive(queue);
    expect(messages.map(({ Body }) => JSON.parse(Body ?? ''))).toEqual([event('uploads/demo/1')]);
    await until(() => called.length === 1);
    expect(called[0]).toMatchObject({ 'detail-type': 'Scheduled Event', source: 'aws.events', detail: {} });
  });
});
