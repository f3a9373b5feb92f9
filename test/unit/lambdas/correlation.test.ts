import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { carryTrail } from '#adapters/aws/carry-trail.ts';
import { correlation } from '#lambdas/shared/correlation.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { route } from '#lambdas/shared/route.ts';
import { trail } from '#lambdas/shared/trail.ts';
import { aContext, anApiEvent } from '#test/support/an-api-event.ts';

const ROOT = '1-67891233-abcdef012345678912345678';
const OWN = '1-00000000-000000000000000000000000';

beforeEach(() => vi.stubEnv('_X_AMZN_TRACE_ID', `Root=${OWN};Parent=463ac35c9f6413ad;Sampled=0`));
afterEach(() => vi.unstubAllEnvs());

const aRecord = (n: number, carried: { trace?: string; id?: string } = {}) => ({
  messageId: `m-${n}`,
  body: JSON.stringify({ tenant: 'demo', import_id: `i-${n}`, segment: n }),
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    ...(carried.trace !== undefined && { AWSTraceHeader: carried.trace }),
  },
  messageAttributes: {
    ...(carried.id !== undefined && { correlation_id: { dataType: 'String', stringValue: carried.id } }),
  },
  eventSource: 'aws:sqs',
});

const handle = async (...Records: ReturnType<typeof aRecord>[]) => {
  const seen: unknown[] = [];
  const handler = eachMessage(z.object({ segment: z.number() }).loose(), async () => {
    // Others of the batch are handled meanwhile.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    seen.push({ ...correlation(), header: trail.traceHeader() });
  });
  await handler({ Records } as unknown as SQSEvent, aContext());
  return seen;
};

describe('what is bound to a message', () => {
  it('is its own, and goes on where the sender was', async () => {
    const carried = { trace: `Root=${ROOT};Parent=53995c3f42cd8ad8;Sampled=1`, id: 'r-7' };

    expect(await handle(aRecord(1, carried))).toEqual([
      {
        message_id: 'm-1',
        correlation_id: 'r-7',
        tenant: 'demo',
        import_id: 'i-1',
        segment: 1,
        trace_id: ROOT,
        trace_sampled: true,
        header: `Root=${ROOT};Parent=463ac35c9f6413ad;Sampled=1`,
      },
    ]);
  });

  it('begins with the message where the sender carried nothing', async () => {
    expect(await handle(aRecord(1))).toMatchObject([{ correlation_id: 'm-1', trace_id: OWN }]);
  });

  it('is not mixed up between the messages of a batch', async () => {
    const seen = await handle(aRecord(1, { id: 'a' }), aRecord(2, { id: 'b' }), aRecord(3));

    expect(seen).toMatchObject([
      { message_id: 'm-1', correlation_id: 'a', import_id: 'i-1' },
      { message_id: 'm-2', correlation_id: 'b', import_id: 'i-2' },
      { message_id: 'm-3', correlation_id: 'm-3', import_id: 'i-3' },
    ]);
  });
});

describe('what is bound to a request', () => {
  it('is the request, the operation and the caller, and nothing afterwards', async () => {
    let seen: unknown;
    const handler = route({
      listCases: operation({ path: nothing, query: nothing, body: noBody }, async () => {
        seen = correlation();
        return json(200, {});
      }),
    });
    await handler(anApiEvent(), aContext());

    expect(seen).toEqual({
      request_id: 'r-1',
      correlation_id: 'r-1',
      operation: 'listCases',
      tenant: 'demo',
      principal: 'demo-admin',
      trace_id: OWN,
      trace_sampled: false,
    });
    expect(correlation()).toEqual({});
  });
});

describe('carryTrail', () => {
  const sent = async (command: SendMessageCommand | SendMessageBatchCommand, own: typeof trail) => {
    const client = carryTrail(new SQSClient({ region: 'us-east-1' }), own);
    let input: unknown;
    // The last of the SDK's first step sees what would be sent; nothing is.
    const captured = new Error('captured');
    client.middlewareStack.add(
      () => async (args) => {
        input = args.input;
        throw captured;
      },
      { step: 'initialize', priority: 'low' },
    );
    await expect(client.send(command as SendMessageCommand)).rejects.toBe(captured);
    return input;
  };
  const full = { traceHeader: () => `Root=${ROOT};Sampled=1`, correlationId: () => 'r-1' };
  const attributes = {
    MessageSystemAttributes: {
      AWSTraceHeader: { DataType: 'String', StringValue: `Root=${ROOT};Sampled=1` },
    },
    MessageAttributes: { correlation_id: { DataType: 'String', StringValue: 'r-1' } },
  };

  it('adds the trail to a message and to each message of a batch', async () => {
    const one = new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'b' });
    const batch = new SendMessageBatchCommand({
      QueueUrl: 'q',
      Entries: [
        { Id: '0', MessageBody: 'a' },
        { Id: '1', MessageBody: 'b' },
      ],
    });

    expect(await sent(one, full)).toEqual({ QueueUrl: 'q', MessageBody: 'b', ...attributes });
    expect(await sent(batch, full)).toEqual({
      QueueUrl: 'q',
      Entries: [
        { Id: '0', MessageBody: 'a', ...attributes },
        { Id: '1', MessageBody: 'b', ...attributes },
      ],
    });
  });

  it('adds nothing outside of any work', async () => {
    const none = { traceHeader: () => undefined, correlationId: () => undefined };

    expect(await sent(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'b' }), none)).toEqual({
      QueueUrl: 'q',
      MessageBody: 'b',
    });
  });
});
