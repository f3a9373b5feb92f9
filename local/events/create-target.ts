import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import type { LocalContext } from '../local-context.ts';
import { queueUrl } from '../event-sources/queue-url.ts';
import { StartRefusal } from '../start-refusal.ts';

/** One target of an AWS::Events::Rule; a target with a transformer is refused, since no rule of ours has one. */
export const Target = z.object({
  Id: z.string(),
  Arn: z.string(),
  Input: z.string().optional(),
  SqsParameters: z.object({ MessageGroupId: z.string() }).optional(),
  InputPath: z.undefined({ error: 'InputPath is not known to the laptop form' }).optional(),
  InputTransformer: z.undefined({ error: 'InputTransformer is not known to the laptop form' }).optional(),
});

/** Delivers events to one queue or function. */
export type EventTarget = { send(event: unknown): Promise<void>; stop(): Promise<void> };

/** Makes the sender to a target by the service in its ARN. */
export const createTarget = (target: z.infer<typeof Target>, context: LocalContext): EventTarget => {
  const service = target.Arn.split(':')[2];
  const input = target.Input === undefined ? undefined : JSON.parse(target.Input);
  const bodyOf = (event: unknown): unknown => input ?? event;
  if (service === 'lambda') return functionTarget(target.Arn, bodyOf, context);
  if (service === 'sqs') return queueTarget(target, bodyOf, context);
  throw new StartRefusal(`The rule target ${target.Arn} is neither a queue nor a function.`);
};

const ATTEMPTS = 3;

const functionTarget = (
  arn: string,
  bodyOf: (event: unknown) => unknown,
  context: LocalContext,
): EventTarget => ({
  async send(event) {
    // Asynchronous invocation: Lambda tries a failing event twice more.
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const result = await context.invoke(arn, bodyOf(event));
      if (result.ok) return;
      context.log(
        'events',
        `${arn} failed on an event (attempt ${attempt} of ${ATTEMPTS}): ${result.errorMessage}`,
      );
    }
  },
  stop: async () => undefined,
});

const queueTarget = (
  target: z.infer<typeof Target>,
  bodyOf: (event: unknown) => unknown,
  context: LocalContext,
): EventTarget => {
  const { endpoints, region, credentials } = context;
  const client = new SQSClient({ endpoint: endpoints.sqs, region, credentials });
  return {
    async send(event) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl(target.Arn, context),
          MessageBody: JSON.stringify(bodyOf(event)),
          MessageGroupId: target.SqsParameters?.MessageGroupId,
        }),
      );
    },
    stop: async () => client.destroy(),
  };
};
