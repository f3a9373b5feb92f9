import { ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, expect, it, vi } from 'vitest';
import { QUEUE_FACTS_PATH } from '#local/cloudwatch/queue-facts.ts';
import { watchQueues } from '#local/cloudwatch/watch-queues.ts';
import { sqsQueue } from '#local/resources/sqs-queue.ts';
import { startEmulatedCloud } from '../support/emulated-cloud.ts';

const HEADER = 'Root=1-67891233-abcdef012345678912345678;Parent=463ac35c9f6413ad;Sampled=1';
const system = { AWSTraceHeader: { DataType: 'String', StringValue: HEADER } };
const own = { correlation_id: { DataType: 'String', StringValue: 'r-1' } };

const clean: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0)) await one();
});

const setup = async () => {
  const cloud = await startEmulatedCloud();
  clean.push(cloud.stop);
  const { ref: QueueUrl, attributes } = await cloud.start(sqsQueue, 'Work', { QueueName: 'work' });
  return { cloud, QueueUrl, arn: attributes['Arn'] };
};

it('a message keeps its trace header, beside its own attributes and their digest', async () => {
  const { cloud, QueueUrl } = await setup();
  // The SDK checks the digest of what it sent.
  await cloud.sqs.send(
    new SendMessageCommand({
      QueueUrl,
      MessageBody: 'one',
      MessageAttributes: own,
      MessageSystemAttributes: system,
    }),
  );

  const { Messages: [message] = [] } = await cloud.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
      WaitTimeSeconds: 2,
    }),
  );
  expect(message).toMatchObject({ Attributes: { AWSTraceHeader: HEADER }, MessageAttributes: own });
  expect(Object.keys(message!.MessageAttributes!)).toEqual(['correlation_id']);
});

it('a function gets the header with its message, and an invocation that is recorded', async () => {
  const { cloud, QueueUrl, arn } = await setup();
  const events: SQSEvent[] = [];
  const traces: (string | undefined)[] = [];
  cloud.functions.set('worker', async (event) => {
    events.push(event as SQSEvent);
    return { batchItemFailures: [] };
  });
  const { invoke } = cloud.context;
  Object.assign(cloud.context, {
    invoke: (name: string, event: unknown, trace?: string) => {
      traces.push(trace);
      return invoke(name, event);
    },
  });
  await cloud.sqs.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [{ Id: '0', MessageBody: 'traced', MessageSystemAttributes: system }],
    }),
  );
  await cloud.start(cloud.mappingType, 'Mapping', {
    EventSourceArn: arn,
    FunctionName: 'worker',
    FunctionResponseTypes: ['ReportBatchItemFailures'],
  });

  await vi.waitFor(() => expect(events.length).toBeGreaterThan(0), 10_000);
  expect(events[0]!.Records[0]).toMatchObject({
    attributes: { AWSTraceHeader: HEADER },
    messageAttributes: {},
  });
  expect(traces[0]).toMatch(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=1$/);
});

it('the queues tell depth, age and traffic, which are reported under the names of SQS', async () => {
  const { cloud, QueueUrl } = await setup();
  for (const MessageBody of ['a', 'b', 'c'])
    await cloud.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  await cloud.sqs.send(new ReceiveMessageCommand({ QueueUrl }));

  const watching = watchQueues({ ...cloud.context, sqsEndpoint: cloud.emulators.endpoints.sqs });
  clean.unshift(() => watching.stop());
  const of = (name: string) =>
    cloud.measured.find((one) => one.name === name && one.dimensions['QueueName'] === 'work')?.value;
  await vi.waitFor(() => expect(of('NumberOfMessagesSent')).toBe(3), 10_000);
  expect(of('ApproximateNumberOfMessagesVisible')).toBe(2);
  expect(of('ApproximateNumberOfMessagesNotVisible')).toBe(1);
  expect(of('NumberOfMessagesReceived')).toBe(1);
  expect(of('ApproximateAgeOfOldestMessage')).toBeGreaterThanOrEqual(0);

  const facts = await fetch(`${cloud.emulators.endpoints.sqs}${QUEUE_FACTS_PATH}`);
  expect(await facts.json()).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'work' })]));
});
