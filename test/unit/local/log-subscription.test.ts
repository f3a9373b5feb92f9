import { appendFileSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FilterPattern } from '#local/logs/filter-pattern.ts';
import { logsLogGroup } from '#local/resources/logs-log-group.ts';
import { logsSubscriptionFilter } from '#local/resources/logs-subscription-filter.ts';
import type { Running } from '#local/resource-type.ts';
import { aLocalContext } from '#test/support/a-local-context.ts';

const aResource = (type: string, properties: object) => ({
  stack: 'api',
  logicalId: 'Searches',
  type,
  metadata: undefined,
  properties,
});

const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

type Payload = { logGroup: string; logEvents: { id: string; message: string }[] };

const setup = () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'caselore-logs-'));
  const log = join(dataDirectory, 'logs/searcher.log');
  mkdirSync(join(dataDirectory, 'logs'));
  const delivered: Payload[] = [];
  const told: string[] = [];
  /** How often deliveries that begin with this number still fail. */
  const failing = new Map<number, number>();
  const context = aLocalContext({
    dataDirectory,
    log: (_, line) => told.push(line),
    invoke: async (_, event) => {
      const { awslogs } = event as { awslogs: { data: string } };
      const payload: Payload = JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString());
      const { n } = JSON.parse(payload.logEvents[0]!.message);
      const left = failing.get(n) ?? 0;
      failing.set(n, left - 1);
      if (left > 0) return { ok: false, errorType: 'Error', errorMessage: 'no' };
      delivered.push(payload);
      return { ok: true, payload: null };
    },
  });
  const start = async () => {
    const subscription = await logsSubscriptionFilter.start!(
      aResource('AWS::Logs::SubscriptionFilter', {
        DestinationArn: 'arn:aws:lambda:us-east-1:000000000000:function:count',
        FilterPattern: '{ $.message = "FOUND" }',
        LogGroupName: '/aws/lambda/searcher',
      }),
      context,
    );
    running.push(subscription!);
    return subscription!;
  };
  const print = (...lines: readonly string[]) =>
    appendFileSync(log, lines.map((line) => `${line}\n`).join(''));
  /** The numbers that were delivered, each once: a delivery may come twice. */
  const numbers = () => [
    ...new Set(delivered.flatMap(({ logEvents }) => logEvents.map(({ message }) => JSON.parse(message).n))),
  ];
  return { log, delivered, told, failing, start, print, numbers };
};

/** Lines are gathered for a second before they are delivered. */
const soon = (check: () => void) => vi.waitFor(check, { timeout: 5_000 });

const found = (n: number) => JSON.stringify({ message: 'FOUND', n });

describe('a log subscription', () => {
  it('delivers the lines that match, whole, as CloudWatch Logs does', async () => {
    const { log, start, print, numbers, delivered } = setup();
    print(found(1), 'START RequestId', '{"message":"OTHER","n":9}', '{broken', '[1]', found(2));
    await start();
    await soon(() => expect(numbers()).toEqual([1, 2]));

    appendFileSync(log, found(3).slice(0, 10));
    print(found(3).slice(10), found(4));
    await soon(() => expect(numbers()).toEqual([1, 2, 3, 4]));
    expect(delivered[0]).toMatchObject({
      messageType: 'DATA_MESSAGE',
      owner: '000000000000',
      logGroup: '/aws/lambda/searcher',
      logStream: 'local',
      subscriptionFilters: ['api-Searches'],
    });
    expect(new Set(delivered[0]!.logEvents.map(({ id }) => id)).size).toBe(2);
  });

  it('goes on where it was, also in a file that was renamed while nobody followed it', async () => {
    const { log, start, print, numbers, delivered } = setup();
    print(found(1));
    const first = await start();
    await soon(() => expect(numbers()).toEqual([1]));
    // The checkpoint follows the delivery.
    print('a line that does not match');
    await first.stop();
    delivered.length = 0;

    print(found(2));
    renameSync(log, `${log}.1`);
    print(found(3));
    await start();

    await soon(() => expect(numbers().slice(-2)).toEqual([2, 3]));
  });

  it('repeats what failed, and gives up and tells after three tries', async () => {
    const { start, print, numbers, told, failing } = setup();
    failing.set(1, 1).set(2, 3);
    print(found(1));
    await start();
    await soon(() => expect(numbers()).toEqual([1]));

    print(found(2));
    await soon(() => expect(told.at(-1)).toContain('given up'));
    print(found(3));
    await soon(() => expect(numbers()).toContain(3));
    expect(numbers()).not.toContain(2);
  });

  it('delivers again what a stop interrupted', async () => {
    const { start, print, numbers, failing, told } = setup();
    failing.set(1, 1);
    print(found(1));
    const interrupted = await start();
    await soon(() => expect(told).toHaveLength(1));
    await interrupted.stop();
    expect(numbers()).toEqual([]);

    await start();
    await soon(() => expect(numbers()).toEqual([1]));
  });

  it('refuses to start with what does not run here', async () => {
    const properties = {
      DestinationArn: 'arn:aws:kinesis:us-east-1:1:stream/s',
      FilterPattern: 'ERROR',
      LogGroupName: '/aws/lambda/f',
    };
    const start = async () =>
      logsSubscriptionFilter.start!(aResource('AWS::Logs::SubscriptionFilter', properties), aLocalContext());

    await expect(start()).rejects.toThrow(/only a function.*only \{ \$\.field/);
  });
});

describe('FilterPattern', () => {
  it('compares one field', () => {
    const matches = FilterPattern.parse('{ $.message = "SEARCH_COMPLETED" }');

    expect(matches('{"message":"SEARCH_COMPLETED"}')).toBe(true);
    expect(matches('{"message":"search_completed"}')).toBe(false);
    expect(matches('"SEARCH_COMPLETED"')).toBe(false);
  });
});

describe('a log group', () => {
  it('is known by its name', () => {
    const group = aResource('AWS::Logs::LogGroup', { LogGroupName: '/aws/lambda/f' });

    expect(logsLogGroup.identify(group, aLocalContext())).toEqual({
      ref: '/aws/lambda/f',
      attributes: { Arn: 'arn:aws:logs:us-east-1:000000000000:log-group:/aws/lambda/f:*' },
    });
  });
});
