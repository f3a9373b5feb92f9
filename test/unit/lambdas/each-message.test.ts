import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eachMessage } from '#lambdas/shared/each-message.ts';
import { aContext } from '#test/support/an-api-event.ts';

const anSqsEvent = (...bodies: string[]): SQSEvent =>
  ({
    Records: bodies.map((body, n) => ({
      messageId: `m-${n}`,
      body,
      attributes: { ApproximateReceiveCount: '2', SentTimestamp: '1795321800000' },
      messageAttributes: {},
      eventSource: 'aws:sqs',
    })),
  }) as SQSEvent;

const setup = () => {
  const handled: { n: number; attempt: number; remaining: number }[] = [];
  const handler = eachMessage(z.strictObject({ n: z.int() }), async ({ n }, { attempt, remaining }) => {
    if (n === 13) throw new Error('unlucky');
    handled.push({ n, attempt, remaining: remaining() });
  });
  return { handled, handle: (...bodies: string[]) => handler(anSqsEvent(...bodies), aContext()) };
};

describe('eachMessage', () => {
  it('gives back only the messages that failed', async () => {
    const { handle, handled } = setup();

    const answer = await handle('{"n":1}', '{"n":13}', 'not json', '{"m":1}', '{"n":2}');

    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).toSorted()).toEqual([
      'm-1',
      'm-2',
      'm-3',
    ]);
    expect(handled).toEqual([1, 2].map((n) => ({ n, attempt: 2, remaining: 30_000 })));
  });

  it('gives all back when all failed', async () => {
    const { handle } = setup();

    expect((await handle('{"n":13}')).batchItemFailures).toEqual([{ itemIdentifier: 'm-0' }]);
  });
});
