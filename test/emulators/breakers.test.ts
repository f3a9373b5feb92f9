import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GetQueueAttributesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import type { DetailedHealth } from '#contracts/health.ts';
import { RELEASE_PATH } from '#local/emulators/release-path.ts';
import { eventually } from '#test/support/eventually.ts';
import { startInProcessStack } from '#test/support/in-process-stack.ts';

const stack = await startInProcessStack();
afterAll(() => stack.stop());

const CASES = 40;
const eventsOf = (from: number, count: number) => ({
  events: Array.from({ length: count }, (_, n) => ({
    event_id: `e-${from + n}`,
    type: 'case_update',
    action: 'upsert',
    occurred_at: '2026-02-01',
    case: { id: `c-${from + n}`, title: `Blank pages ${from + n}`, category: 'outage' },
  })),
});

const tend = () => stack.host.invoke('caselore-local-tend-breakers', {});

/** The mappings that an open breaker may pause, by the right to do so. */
const pausable = (): string[] =>
  stack.host.iam
    .policies()
    .flatMap(({ document }) => document.Statement)
    .filter(({ Action }) => Action?.includes('lambda:UpdateEventSourceMapping'))
    .flatMap((statement) => [statement['Resource']].flat())
    .map((arn) => String(arn).split(':').at(-1)!);

const untilAllAre = async (enabled: boolean): Promise<boolean> =>
  eventually(async () => {
    const states = pausable().map((id) => stack.host.mappings.find(id)?.enabled);
    return states.every((state) => state === enabled) || undefined;
  });

const urlOf = (queue: string) => `${stack.emulators.sqs}/${stack.accountId}/caselore-local-${queue}`;

/** A message that is delivered again at once, many times, as long as anybody takes it. */
const burn = async (): Promise<void> => {
  const sqs = new SQSClient({ ...stack, endpoint: stack.emulators.sqs });
  const MessageBody = JSON.stringify({ tenant: 'demo', id: 'first', kind: 'case' });
  await sqs.send(new SendMessageCommand({ QueueUrl: urlOf('repairs'), MessageBody }));
  for (let time = 0; time < 12; time += 1) {
    await pause(200);
    await fetch(`${stack.emulators.sqs}${RELEASE_PATH}/caselore-local-repairs`, { method: 'POST' });
  }
  sqs.destroy();
};

const depthOf = async (queue: string): Promise<number> => {
  const sqs = new SQSClient({ ...stack, endpoint: stack.emulators.sqs });
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: urlOf(queue),
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  sqs.destroy();
  return Object.values(Attributes ?? {}).reduce((sum, count) => sum + Number(count), 0);
};

describe('an index that does not answer', () => {
  it(
    'pauses what needs it, loses nothing, and goes on by itself when it answers',
    { timeout: 150_000 },
    async () => {
      const admin = await stack.client('demo-admin');
      const breaker = async () => {
        const { body } = await admin.get('/api/v1/health/detailed');
        const { items } = (body as DetailedHealth).components.breakers;
        return items.find(({ name }) => name === 'vector_store')!;
      };
      // Where its directory should be stands a file.
      const index = join(stack.dataDirectory, 'search');
      writeFileSync(index, '');
      expect(pausable()).toHaveLength(6);

      for (const id of ['first', 'second', 'third']) await admin.post('/api/v1/cases', { id, title: id });
      expect((await admin.post('/api/v1/events', eventsOf(0, CASES / 2))).status).toBe(202);
      const open = await eventually(async () => {
        const now = await breaker();
        return now.paused ? now : undefined;
      }, 30);
      expect(open).toMatchObject({ state: 'open', opened_at: expect.any(String) });
      await untilAllAre(false);

      // Probed too early and without success, it stays as it is; changes are taken all the time.
      await admin.post('/api/v1/events', eventsOf(CASES / 2, CASES / 2));
      await tend();
      await untilAllAre(false);
      await burn();
      expect(await depthOf('repairs-dlq')).toBe(0);

      rmSync(index);
      await eventually(async () => {
        await tend();
        return (await breaker()).state === 'closed' ? true : undefined;
      }, 60);
      await untilAllAre(true);
      const found = await eventually(async () => {
        const cases = await admin.all('/api/v1/cases?category=outage&limit=200');
        return cases.length === CASES ? cases : undefined;
      }, 60);
      expect(new Set(found.map(({ id }) => id)).size).toBe(CASES);
      for (const id of ['first', 'second', 'third'])
        await eventually(async () => {
          const { body } = await admin.post('/api/v1/search/hybrid', { query: id });
          return body.results.some((result: { id: string }) => result.id === id) || undefined;
        }, 30);
      for (const queue of ['repairs-dlq', 'verification-dlq', 'projection-failures'])
        expect(await depthOf(queue)).toBe(0);
      await eventually(async () => ((await depthOf('repairs')) === 0 ? true : undefined), 30);
      expect(await breaker()).toMatchObject({ state: 'closed', opened_at: null, paused: false });
    },
  );
});
