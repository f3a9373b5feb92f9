import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { functionsOf } from '#config/functions-of.ts';
import { everyStage } from './assembly.ts';

const RUNBOOKS = join(import.meta.dirname, '../../docs/runbooks');

describe.each(everyStage)('alarms of $name', ({ name, settings, ofType }) => {
  const alarms = ofType('AWS::CloudWatch::Alarm');

  it('ring for the errors of every function', () => {
    const watched = alarms
      .filter(({ Properties }) => Properties['MetricName'] === 'Errors')
      .map(({ Properties }) => Properties['Dimensions'][0].Value.Ref);

    expect(watched).toHaveLength(ofType('AWS::Lambda::Function').length);
    expect(new Set(watched)).toEqual(new Set(ofType('AWS::Lambda::Function').map(({ id }) => id)));
  });

  it('ring for a late projector, for faults and for slowness of the API', () => {
    const metrics = alarms.map(({ Properties }) => Properties['MetricName']);

    expect(metrics).toEqual(expect.arrayContaining(['IteratorAge', '5XXError', 'Latency']));
  });

  it('say what users lose, and ring the topic of the operators', () => {
    for (const { Properties } of alarms) {
      expect(Properties['AlarmDescription']).toMatch(/^What users lose: \w.{10,}/);
      // From another stack by its output, within the observability stack itself by name.
      const [{ Ref, 'Fn::GetStackOutput': output }, ...others] = Properties['AlarmActions'];
      expect(Ref ?? output.OutputName).toMatch(/^(PublishOutputRef)?Alarms[0-9A-F]{8}/);
      expect(others).toEqual([]);
      expect(Properties['OKActions']).toEqual(Properties['AlarmActions']);
    }
  });

  it('each link a page that says what to do, and no page is without an alarm', () => {
    const linked = alarms.map(
      ({ Properties }) =>
        / Runbook: docs\/runbooks\/([a-z-]+\.md)$/.exec(Properties['AlarmDescription'])?.[1],
    );

    expect(linked).not.toContain(undefined);
    // The job of the case database exists only where there is one.
    const pages = readdirSync(RUNBOOKS).filter((page) => settings.caseSource || page !== 'job-case-sync.md');
    expect(new Set(linked)).toEqual(new Set(pages));
    for (const page of new Set(linked))
      expect(readFileSync(join(RUNBOOKS, page!), 'utf8')).toMatch(/^# \w.*\n\n\*\*Rings when\*\* \w/);
  });

  it('ring when requests fail, are slow, are given up, wait, or are refused by a table', () => {
    const rings = (metric: string) =>
      alarms
        .filter(({ Properties }) => Properties['MetricName'] === metric)
        .map(({ Properties }) => [
          Properties['Statistic'] ?? Properties['ExtendedStatistic'],
          Properties['Threshold'],
        ]);

    expect(rings('5XXError')).toEqual([['Average', 0.05]]);
    expect(rings('Latency')).toEqual([['p95', 2000]]);
    expect(new Set(rings('ApproximateNumberOfMessagesVisible').map(String))).toEqual(new Set(['Maximum,0']));
    expect(rings('ApproximateNumberOfMessagesVisible')).toHaveLength(
      ofType('AWS::SQS::Queue').filter(({ Properties }) => /-dlq$|-failures$/.test(Properties['QueueName']))
        .length,
    );
    expect(rings('ApproximateAgeOfOldestMessage')).toHaveLength(
      ofType('AWS::SQS::Queue').filter(({ Properties }) => Properties['RedrivePolicy']).length,
    );
    const throttled = alarms.filter(({ Properties }) =>
      JSON.stringify(Properties['Metrics'] ?? []).includes('WriteThrottleEvents'),
    );
    expect(throttled).toHaveLength(ofType('AWS::DynamoDB::GlobalTable').length);
  });

  it('belong to a system that records one request in ten', () => {
    const rules = ofType('AWS::XRay::SamplingRule').map(({ Properties }) => Properties['SamplingRule']);

    expect(rules).toEqual([
      expect.objectContaining({
        FixedRate: 0.1,
        ReservoirSize: 0,
        ServiceName: `caselore-${name}/live`,
        ServiceType: 'AWS::ApiGateway::Stage',
      }),
    ]);
    expect(ofType('AWS::ApiGateway::RestApi')[0]!.Properties['Name']).toBe(`caselore-${name}`);
    expect(ofType('AWS::ApiGateway::Stage')[0]!.Properties).toMatchObject({
      StageName: 'live',
      TracingEnabled: true,
    });
  });

  it('watch what the metrics reader is told of, by names that are there', () => {
    const health = ofType('AWS::Lambda::Function').find(
      ({ Properties }) => Properties['FunctionName'] === `caselore-${name}-health`,
    )!;
    const { METRIC_SOURCES: sources, METRICS_CACHE_SECONDS: seconds } =
      health.Properties['Environment'].Variables;
    const { api, functions, queues, deadEnds, projector } = JSON.parse(sources);
    const named = (type: string, property: string) =>
      ofType(type).map(({ Properties }): string => Properties[property]);
    const all = [
      ...Object.values<{ queue: string; deadLetters: string }>(queues).flatMap(Object.values<string>),
      ...Object.values<string>(deadEnds),
    ];

    expect(Number(seconds)).toBe(settings.metricsCacheSeconds);
    expect(api).toEqual({ name: `caselore-${name}`, stage: 'live' });
    expect(all.toSorted()).toEqual(named('AWS::SQS::Queue', 'QueueName').toSorted());
    expect(Object.keys(functions)).toEqual(functionsOf(settings));
    expect(Object.values<string>(functions).toSorted()).toEqual(
      named('AWS::Lambda::Function', 'FunctionName').toSorted(),
    );
    expect(Object.values(functions)).toContain(projector);
  });

  it('are shown on one dashboard that names every queue and every function', () => {
    const [dashboard] = ofType('AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard!.Properties['DashboardBody']);

    for (const { Properties } of ofType('AWS::SQS::Queue')) expect(body).toContain(Properties['QueueName']);
    for (const { Properties } of ofType('AWS::Lambda::Function'))
      expect(body).toContain(Properties['FunctionName']);
  });
});
