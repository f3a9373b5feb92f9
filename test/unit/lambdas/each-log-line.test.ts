import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { eachLogLine } from '#lambdas/shared/each-log-line.ts';
import { aContext } from '#test/support/an-api-event.ts';

const aDelivery = (messages: readonly string[], messageType = 'DATA_MESSAGE') => {
  const logEventsOf = messages.map((message, n) => ({ id: `${n}`, timestamp: 1, message }));
  const payload = { messageType, owner: '1', logGroup: 'g', logStream: 's', logEvents: logEventsOf };
  return { awslogs: { data: gzipSync(JSON.stringify(payload)).toString('base64') } };
};

const setup = () => {
  const handled: unknown[] = [];
  const handler = eachLogLine(z.object({ n: z.int() }), async (lines) => {
    if (lines.some(({ n }) => n === 13)) throw new Error('unlucky');
    handled.push(...lines);
  });
  return { handled, handle: async (event: unknown) => handler(event, aContext()) };
};

describe('eachLogLine', () => {
  it('unpacks a delivery and leaves out what is not of the form', async () => {
    const { handle, handled } = setup();

    await handle(aDelivery(['{"n":1}', 'Task timed out', '{"m":1}', '{"n":2,"m":"ü"}']));

    expect(handled).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('does nothing for a control message', async () => {
    const { handle, handled } = setup();

    await handle(aDelivery(['{"n":1}'], 'CONTROL_MESSAGE'));

    expect(handled).toEqual([]);
  });

  it('fails for what is no delivery, and when its work fails', async () => {
    const { handle } = setup();

    await expect(handle({ awslogs: { data: 'bm8gZ3ppcA==' } })).rejects.toThrow('incorrect header');
    await expect(handle({})).rejects.toThrow('awslogs');
    await expect(handle(aDelivery(['{"n":13}']))).rejects.toThrow('unlucky');
  });
});
