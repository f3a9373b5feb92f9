import { CloudWatchClient, GetMetricDataCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { afterEach, describe, expect, it } from 'vitest';
import { cloudwatchMetric } from '#adapters/aws/cloudwatch-metric.ts';
import { cloudwatchMetricsReader } from '#adapters/aws/cloudwatch-metrics-reader.ts';
import type { MetricSources } from '#adapters/aws/metric-sources.ts';
import { createMetricStore } from '#local/cloudwatch/create-metric-store.ts';
import { serveCloudwatch } from '#local/cloudwatch/serve-cloudwatch.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { metricsReaderContract } from '#test/contract/metrics-reader.contract.ts';

const sources: MetricSources = {
  api: { name: 'caselore-test', stage: 'live' },
  functions: { search: 'caselore-test-search' },
  queues: {
    uploads: { queue: 'caselore-test-uploads', deadLetters: 'caselore-test-uploads-dlq' },
    segments: { queue: 'caselore-test-segments', deadLetters: 'caselore-test-segments-dlq' },
  },
  deadEnds: { 'projection-failures': 'caselore-test-projection-failures' },
  projector: 'caselore-test-project-changes',
};
const NOW = '2026-11-22T04:30:20.000Z';
const clock = fixedClock(NOW);

const clean: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const one of clean.splice(0)) await one();
});

const setup = async () => {
  const store = createMetricStore();
  const logged: string[] = [];
  const server = await serveCloudwatch({
    store,
    knows: (accessKeyId) => accessKeyId === 'local',
    newId: () => 'r-1',
    log: (_subject, line) => logged.push(line),
  });
  const client = new CloudWatchClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  clean.push(
    () => client.destroy(),
    () => server.stop(),
  );
  return { store, server, client, logged };
};

metricsReaderContract('CloudWatch', async (measured) => {
  const { store, client } = await setup();
  for (const { measure, of, value, minutesAgo = 0 } of measured) {
    const metric = cloudwatchMetric(sources, { measure, of, statistic: 'sum' });
    store.put({
      namespace: metric.Namespace!,
      name: metric.MetricName!,
      dimensions: Object.fromEntries(metric.Dimensions!.map(({ Name, Value }) => [Name!, Value!])),
      value,
      at: Date.parse(NOW) - minutesAgo * 60_000,
    });
  }
  return cloudwatchMetricsReader(client, sources, clock);
});

describe('the laptop form of CloudWatch', () => {
  const query = (Id: string, Stat = 'Sum', Period = 60) => ({
    Id,
    MetricStat: {
      Metric: {
        Namespace: 'AWS/Lambda',
        MetricName: 'Duration',
        Dimensions: [{ Name: 'FunctionName', Value: 'f' }],
      },
      Period,
      Stat,
    },
  });
  const window = {
    StartTime: new Date('2026-11-22T04:20:30Z'),
    EndTime: new Date('2026-11-22T04:31:00Z'),
  };

  it('gives values by period from the start on, newest first unless asked otherwise', async () => {
    const { store, client } = await setup();
    for (const [minute, value] of [
      [20, 1],
      [21, 2],
      [22, 4],
      [25, 8],
    ] as const)
      store.put({
        namespace: 'AWS/Lambda',
        name: 'Duration',
        dimensions: { FunctionName: 'f' },
        value,
        at: Date.parse(`2026-11-22T04:${minute}:59Z`),
      });

    const ask = (ScanBy?: 'TimestampAscending') =>
      client.send(
        new GetMetricDataCommand({ MetricDataQueries: [query('q', 'Sum', 120)], ...window, ScanBy }),
      );

    const { MetricDataResults: [down] = [] } = await ask();
    const { MetricDataResults: [up] = [] } = await ask('TimestampAscending');
    expect(down).toMatchObject({ Id: 'q', Label: 'Duration', StatusCode: 'Complete', Values: [8, 4, 3] });
    expect(down!.Timestamps).toEqual(
      ['04:24', '04:22', '04:20'].map((time) => new Date(`2026-11-22T${time}:00Z`)),
    );
    expect(up!.Values).toEqual([3, 4, 8]);
  });

  it.each([
    ['an unknown statistic', [query('q', 'TM99')]],
    ['a period that is no whole minute', [query('q', 'Sum', 90)]],
    ['an id that CloudWatch refuses', [query('Q')]],
    ['two queries of one id', [query('q'), query('q')]],
    ['no query', []],
    ['an expression', [{ Id: 'e', Expression: 'SUM(METRICS())' }]],
  ])('refuses %s', async (_what, MetricDataQueries) => {
    const { client } = await setup();

    await expect(
      client.send(new GetMetricDataCommand({ MetricDataQueries, ...window })),
    ).rejects.toMatchObject({ name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
  });

  it('refuses an empty window, other operations, other protocols and other callers', async () => {
    const { client, server } = await setup();
    const { EndTime, StartTime } = window;

    await expect(
      client.send(
        new GetMetricDataCommand({ MetricDataQueries: [query('q')], StartTime: EndTime, EndTime: StartTime }),
      ),
    ).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(client.send(new ListMetricsCommand({}))).rejects.toMatchObject({
      name: 'UnknownOperationException',
    });
    const stranger = new CloudWatchClient({
      endpoint: server.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'stranger', secretAccessKey: 'x' },
      maxAttempts: 1,
    });
    clean.push(() => stranger.destroy());
    await expect(
      stranger.send(new GetMetricDataCommand({ MetricDataQueries: [query('q')], ...window })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    const cbor = await fetch(server.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/cbor' },
      body: 'x',
    });
    expect(cbor.status).toBe(400);
  });
});
