import { describe, expect, it } from 'vitest';
import { everyStage } from './assembly.ts';

describe.each(everyStage)('alarms of $name', ({ ofType }) => {
  const alarms = ofType('AWS::CloudWatch::Alarm');

  it('ring for the errors of every function', () => {
    const watched = alarms
      .filter(({ Properties }) => Properties['MetricName'] === 'Errors')
      .map(({ Properties }) => Properties['Dimensions'][0].Value.Ref);

    expect(watched).toHaveLength(12);
    expect(new Set(watched)).toEqual(new Set(ofType('AWS::Lambda::Function').map(({ id }) => id)));
  });

  it('ring for a late projector, for faults and for slowness of the API', () => {
    const metrics = alarms.map(({ Properties }) => Properties['MetricName']);

    expect(metrics).toEqual(expect.arrayContaining(['IteratorAge', '5XXError', 'Latency']));
  });

  it('say what users lose, and ring the topic of the operators', () => {
    for (const { Properties } of alarms) {
      expect(Properties['AlarmDescription']).toMatch(/^What users lose: \w.{10,}/);
      expect(Properties['AlarmActions']).toEqual([
        {
          'Fn::GetStackOutput': expect.objectContaining({ OutputName: expect.stringContaining('RefAlarms') }),
        },
      ]);
      expect(Properties['OKActions']).toEqual(Properties['AlarmActions']);
    }
  });

  it('are shown on one dashboard that names every queue and every function', () => {
    const [dashboard] = ofType('AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(dashboard!.Properties['DashboardBody']);

    for (const { Properties } of ofType('AWS::SQS::Queue')) expect(body).toContain(Properties['QueueName']);
    for (const { Properties } of ofType('AWS::Lambda::Function'))
      expect(body).toContain(Properties['FunctionName']);
  });
});
