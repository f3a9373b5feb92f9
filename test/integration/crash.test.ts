import { afterAll, describe, expect, it } from 'vitest';
import { aTicket, jsonLines } from '#test/support/a-ticket.ts';
import { apiClient } from '#test/support/api-client.ts';
import { eventually } from '#test/support/eventually.ts';
import { startLocalStack } from '#test/support/local-stack.ts';

const LINES = 3_000;

describe('an import of 3,000 lines', () => {
  let stack: Awaited<ReturnType<typeof startLocalStack>> | undefined;
  afterAll(() => stack?.stop());

  it.each([
    ['while it is split', 0],
    ['while its first records are written', 1],
    ['in the middle', 1_000],
  ])('completes by itself, exactly, after everything was killed %s', async (_moment, done) => {
    stack = await startLocalStack();
    const prefix = `crash-${done}`;
    const records = Array.from({ length: LINES }, (_, n) => aTicket(n, { id: `${prefix}-${n}` }));
    const before = apiClient(stack.url, await stack.token('demo-admin'));
    const id = await before.upload(`${jsonLines(records)}broken\n`, { profile: 'small' });
    const reached = await eventually(async () => {
      const { state, counts } = (await before.get(`/api/v1/imports/${id}`)).body;
      return (state !== 'awaiting_upload' && counts.indexed >= done) || state === 'completed'
        ? state
        : undefined;
    }, 60);

    expect(reached).not.toBe('completed');
    await stack.kill();
    stack = await startLocalStack({ dataDirectory: stack.dataDirectory });

    const after = apiClient(stack.url, await stack.token('demo-admin'));
    const completed = await after.untilImport(id, ['completed', 'failed', 'needs_review'], 120);
    expect(completed).toMatchObject({
      state: 'completed',
      counts: { received: LINES + 1, indexed: LINES, unchanged: 0, rejected: 1, failed: 0, pending: 0 },
    });
    const listed = (await after.all('/api/v1/cases?limit=200')).map((item: { id: string }) => item.id);
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.toSorted()).toEqual(records.map((record) => String(record['id'])).toSorted());
    const second = await after.untilImport(await after.upload(jsonLines(records)), ['completed'], 120);
    expect(second.counts).toEqual({
      received: LINES,
      indexed: 0,
      unchanged: LINES,
      rejected: 0,
      failed: 0,
      pending: 0,
    });
    await stack.stop();
    stack = undefined;
  });
});
