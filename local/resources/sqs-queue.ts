import {
  CreateQueueCommand,
  QueueDoesNotExist,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { z } from 'zod';
import type { LocalContext } from '../local-context.ts';
import { physicalName } from '../physical-name.ts';
import type { Resource, ResourceType } from '../resource-type.ts';

const Named = z.object({ QueueName: z.string() });
const Fifo = z.object({ FifoQueue: z.union([z.literal(true), z.literal('true')]) });
const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const Document = z.record(z.string(), z.unknown()).transform((value) => JSON.stringify(value));

// Encryption is left out: the emulator's files are as safe as the rest of the laptop.
const Attributes = z.object({
  VisibilityTimeout: Scalar.optional(),
  DelaySeconds: Scalar.optional(),
  MaximumMessageSize: Scalar.optional(),
  MessageRetentionPeriod: Scalar.optional(),
  ReceiveMessageWaitTimeSeconds: Scalar.optional(),
  RedrivePolicy: Document.optional(),
  RedriveAllowPolicy: Document.optional(),
  ContentBasedDeduplication: Scalar.optional(),
});

const queueName = (resource: Resource): string => {
  const named = Named.safeParse(resource.properties);
  if (named.success) return named.data.QueueName;
  const fifo = Fifo.safeParse(resource.properties).success;
  return fifo
    ? `${physicalName(resource, { maxLength: 75 })}.fifo`
    : physicalName(resource, { maxLength: 80 });
};

const identify = (resource: Resource, { functionEndpoints, region, accountId }: LocalContext) => {
  const name = queueName(resource);
  const url = `${functionEndpoints.sqs}/${accountId}/${name}`;
  return {
    ref: url,
    attributes: { Arn: `arn:aws:sqs:${region}:${accountId}:${name}`, QueueName: name, QueueUrl: url },
  };
};

const start = async (resource: Resource, context: LocalContext): Promise<undefined> => {
  const { endpoints, region, credentials } = context;
  const client = new SQSClient({ endpoint: endpoints.sqs, region, credentials });
  const { ref: QueueUrl } = identify(resource, context);
  const attributes = Attributes.parse(resource.properties);
  try {
    await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
  } catch (error) {
    if (!(error instanceof QueueDoesNotExist)) throw error;
    await client.send(new CreateQueueCommand({ QueueName: queueName(resource), Attributes: attributes }));
  } finally {
    client.destroy();
  }
};

/** A queue of SQS in the emulator; a changed template changes the attributes of a queue that is there already. */
export const sqsQueue: ResourceType = { type: 'AWS::SQS::Queue', identify, start };
