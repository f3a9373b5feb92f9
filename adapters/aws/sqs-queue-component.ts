import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Component } from '#core/ports/component.ts';

/** A queue answers. */
export const sqsQueueComponent = (client: SQSClient, name: string, queueUrl: string): Component => ({
  name,
  async ping() {
    await client.send(new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ['QueueArn'] }));
  },
});
