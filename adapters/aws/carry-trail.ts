import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Trail } from '#core/ports/trail.ts';

const text = (value: string) => ({ DataType: 'String', StringValue: value });

/** What a message carries beside its body: X-Ray's header where SQS wants it, the correlation id as an attribute. */
const attributesOf = (trail: Trail) => {
  const [trace, id] = [trail.traceHeader(), trail.correlationId()];
  return {
    ...(trace !== undefined && { MessageSystemAttributes: { AWSTraceHeader: text(trace) } }),
    ...(id !== undefined && { MessageAttributes: { correlation_id: text(id) } }),
  };
};

const isMessage = (value: object): boolean => 'MessageBody' in value;

const carrying = <Input extends object>(input: Input, trail: Trail): Input => {
  if (isMessage(input)) return { ...input, ...attributesOf(trail) };
  if (!('Entries' in input) || !Array.isArray(input.Entries)) return input;
  const Entries = input.Entries.map((entry: object) =>
    isMessage(entry) ? { ...entry, ...attributesOf(trail) } : entry,
  );
  return { ...input, Entries };
};

/** Makes a client add the trail of the work that runs to every message that it sends. */
export const carryTrail = (client: SQSClient, trail: Trail): SQSClient => {
  client.middlewareStack.add((next) => (args) => next({ ...args, input: carrying(args.input, trail) }), {
    step: 'initialize',
    name: 'carryTrail',
  });
  return client;
};
