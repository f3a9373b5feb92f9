import { z } from 'zod';

/** Name under which a message keeps its trace among its attributes; SQS reserves names that begin so for itself. */
export const KEPT_AS = 'AWS.TraceHeader';

const Value = z.looseObject({ StringValue: z.string().optional() });
const Attributes = z.record(z.string(), Value);

const Sent = z.looseObject({
  MessageAttributes: Attributes.optional(),
  MessageSystemAttributes: z.looseObject({ AWSTraceHeader: Value.optional() }).optional(),
});
const SentBatch = z.looseObject({ Entries: z.array(Sent) });

const Received = z.looseObject({
  Messages: z.array(
    z.looseObject({
      Attributes: z.record(z.string(), z.string()).optional(),
      MessageAttributes: Attributes.optional(),
    }),
  ),
});

const keep = <Message extends z.infer<typeof Sent>>(message: Message): Message => {
  const header = message.MessageSystemAttributes?.AWSTraceHeader;
  if (header === undefined) return message;
  return { ...message, MessageAttributes: { ...message.MessageAttributes, [KEPT_AS]: header } };
};

/** A SendMessage or SendMessageBatch whose trace headers are kept with the messages: fauxqs 2.4.1 drops system attributes. */
export const keepTraces = (body: unknown): unknown => {
  const batch = SentBatch.safeParse(body);
  if (batch.success) return { ...batch.data, Entries: batch.data.Entries.map(keep) };
  const sent = Sent.safeParse(body);
  return sent.success ? keep(sent.data) : body;
};

/** An answer to ReceiveMessage with the kept trace headers where SQS gives them. */
export const giveTraces = (answer: unknown): unknown => {
  const received = Received.safeParse(answer);
  if (!received.success) return answer;
  return {
    ...received.data,
    Messages: received.data.Messages.map((message) => {
      const { [KEPT_AS]: header, ...rest } = message.MessageAttributes ?? {};
      if (header?.StringValue === undefined) return message;
      const { MessageAttributes: _all, ...others } = message;
      return {
        ...others,
        Attributes: { ...message.Attributes, AWSTraceHeader: header.StringValue },
        ...(Object.keys(rest).length > 0 && { MessageAttributes: rest }),
      };
    }),
  };
};
