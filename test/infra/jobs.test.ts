import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { local } from '#config/local.ts';
import { Settings } from '#config/schema.ts';
import { JobId } from '#contracts/job-id.ts';
import { ScheduledStart } from '#contracts/job-task.ts';
import { jobScheduleExpression } from '#lib/constructs/job-schedule-expression.ts';
import { everyStage } from './assembly.ts';

/** Jobs, and the function of each task by its name in the definition. */
const MACHINES: Record<JobId, { name: string; tasks: Record<string, string> }> = {
  health_check: { name: 'health-check', tasks: { RecordRun: 'record-run', CheckHealth: 'check-health' } },
  vectorization: { name: 'vectorization', tasks: { RecordRun: 'record-run', Vectorise: 'vectorise' } },
  knowledge_generation: {
    name: 'knowledge-generation',
    tasks: { RecordRun: 'record-run', GroupCases: 'group-cases', WriteArticles: 'write-articles' },
  },
  case_sync: { name: 'case-sync', tasks: { RecordRun: 'record-run', SyncCases: 'sync-cases' } },
};

type Statement = { Action: unknown; Resource: unknown };

describe.each(everyStage)('jobs of $name', ({ name, settings, ofType }) => {
  const machines = ofType('AWS::StepFunctions::StateMachine');
  /** A case database is followed only where there is one. */
  const jobs = JobId.options.filter((job) => job !== 'case_sync' || settings.caseSource);
  const machineOf = (job: JobId) =>
    machines.find(
      ({ Properties }) => Properties['StateMachineName'] === `caselore-${name}-${MACHINES[job].name}`,
    )!;
  const schedules = ofType('AWS::Scheduler::Schedule');
  const idOf = (short: string) =>
    ofType('AWS::Lambda::Function').find(
      ({ Properties }) => Properties['FunctionName'] === `caselore-${name}-${short}`,
    )!.id;
  const statementsOf = (role: string): Statement[] =>
    ofType('AWS::IAM::Policy')
      .filter(({ Properties }) => Properties['Roles'].some(({ Ref }: { Ref: string }) => Ref === role))
      .flatMap(({ Properties }) => Properties['PolicyDocument'].Statement);

  it('have a state machine each, traced, with every event in a log that forgets', () => {
    expect(machines).toHaveLength(jobs.length);
    for (const job of jobs) {
      expect(machineOf(job).Properties).toMatchObject({
        StateMachineType: 'STANDARD',
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ALL' },
      });
      const log = ofType('AWS::Logs::LogGroup').find(
        ({ Properties }) =>
          Properties['LogGroupName'] === `/aws/vendedlogs/states/caselore-${name}-${MACHINES[job].name}`,
      );
      expect(log?.Properties['RetentionInDays']).toBe(settings.logRetentionDays);
    }
  });

  it('carry their definition readably, and substitute each name in it', () => {
    for (const job of jobs) {
      const { Properties } = machineOf(job);
      const placeholders = [...String(Properties['DefinitionString']).matchAll(/\$\{(\w+)\}/g)];

      expect(new Set(placeholders.map(([, one]) => one))).toEqual(
        new Set(Object.keys(Properties['DefinitionSubstitutions'])),
      );
      expect(Object.keys(Properties['DefinitionSubstitutions']).toSorted()).toEqual(
        Object.keys(MACHINES[job].tasks).toSorted(),
      );
      for (const [placeholder, short] of Object.entries(MACHINES[job].tasks))
        // A function of another stack is named by what that exports.
        expect(JSON.stringify(Properties['DefinitionSubstitutions'][placeholder])).toContain(idOf(short));
    }
  });

  it('let a state machine call its own functions and no other', () => {
    for (const job of jobs) {
      const called = statementsOf(machineOf(job).Properties['RoleArn']['Fn::GetAtt'][0]).filter(
        ({ Action }) => Action === 'lambda:InvokeFunction',
      );
      const functions = Object.values(MACHINES[job].tasks);

      expect(called).toHaveLength(1);
      expect(called[0]!.Resource).toHaveLength(functions.length);
      for (const short of functions) expect(JSON.stringify(called[0]!.Resource)).toContain(idOf(short));
    }
  });

  it('lend their roles to the services of their own account only', () => {
    const lent = ofType('AWS::IAM::Role')
      .map(({ Properties }) => Properties['AssumeRolePolicyDocument'].Statement[0])
      .filter(({ Principal }) => /^(states|scheduler)\./.test(Principal.Service));

    expect(lent).toHaveLength(2 * jobs.length);
    for (const { Condition } of lent)
      expect(Condition.StringEquals['aws:SourceAccount']).toEqual(
        settings.account ?? { Ref: 'AWS::AccountId' },
      );
  });

  it('are due as the environment says, and start by one function that is told when', () => {
    expect(schedules).toHaveLength(jobs.length);
    for (const job of jobs) {
      const { everyMinutes, timeZone, graceSeconds, enabled } = settings.jobs[job];
      const { Properties } = schedules.find(
        ({ Properties: { Name } }) => Name === `caselore-${name}-${MACHINES[job].name}`,
      )!;
      expect(Properties).toMatchObject({
        ScheduleExpression: jobScheduleExpression(everyMinutes),
        ScheduleExpressionTimezone: timeZone,
        State: enabled ? 'ENABLED' : 'DISABLED',
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: {
          Arn: { 'Fn::GetAtt': [idOf('start-job'), 'Arn'] },
          RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: Math.max(60, graceSeconds) },
        },
      });
      const input = Properties['Target'].Input.replace(
        '<aws.scheduler.scheduled-time>',
        '2026-11-22T04:30:00Z',
      );
      expect(ScheduledStart.parse(JSON.parse(input))).toEqual({
        job_id: job,
        scheduled_time: '2026-11-22T04:30:00Z',
      });
      const role = Properties['Target'].RoleArn['Fn::GetAtt'][0];
      expect(statementsOf(role)).toEqual([
        {
          Effect: 'Allow',
          Action: 'lambda:InvokeFunction',
          Resource: { 'Fn::GetAtt': [idOf('start-job'), 'Arn'] },
        },
      ]);
    }
  });

  it('ring when runs fail or do not start, and when a component does not answer thrice', () => {
    const alarms = ofType('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
    for (const job of jobs) {
      const runbook = `docs/runbooks/job-${MACHINES[job].name}.md`;
      const own = alarms.filter(({ AlarmDescription }) => AlarmDescription.includes(runbook));
      const failed = own.find(({ Metrics }) => Metrics !== undefined);

      expect(own).toHaveLength(job === 'knowledge_generation' ? 3 : 2);
      expect(existsSync(join(import.meta.dirname, '../..', runbook))).toBe(true);
      expect(JSON.stringify(failed)).toMatch(/ExecutionsFailed.*ExecutionsTimedOut/);
      expect(JSON.stringify(failed)).toMatch(/ExecutionsAborted/);
      expect(own.find(({ MetricName }) => MetricName === 'RunsNotStarted')).toMatchObject({
        Threshold: 0,
        Dimensions: [
          { Name: 'job', Value: job },
          { Name: 'service', Value: 'start-job' },
        ],
      });
    }
    expect(alarms.find(({ MetricName }) => MetricName === 'PatternsFailed')).toMatchObject({
      Threshold: 0,
      EvaluationPeriods: 3,
      Period: 7200,
    });
    expect(alarms.find(({ MetricName }) => MetricName === 'ComponentsUnhealthy')).toMatchObject({
      Threshold: 0,
      EvaluationPeriods: 3,
      Period: 900,
    });
  });

  it('tell their readers of the console in the cloud only', () => {
    for (const short of ['jobs', 'start-job']) {
      const { JOBS } = ofType('AWS::Lambda::Function').find(({ id }) => id === idOf(short))!.Properties[
        'Environment'
      ].Variables;

      expect(JSON.stringify(JOBS).includes('log_group')).toBe(settings.form === 'cloud');
    }
  });
});

describe('jobScheduleExpression', () => {
  it.each([
    [1, 'cron(0/1 * * * ? *)'],
    [30, 'cron(0/30 * * * ? *)'],
    [60, 'cron(0 0/1 * * ? *)'],
    [120, 'cron(0 0/2 * * ? *)'],
    [1440, 'cron(0 0 * * ? *)'],
  ])('says every %i minutes as %s', (minutes, expression) => {
    expect(jobScheduleExpression(minutes)).toBe(expression);
  });
});

describe('settings of jobs', () => {
  const withJob = (changes: object) =>
    Settings.safeParse({
      ...local,
      jobs: { ...local.jobs, health_check: { ...local.jobs.health_check, ...changes } },
    }).success;

  it.each([1, 15, 30, 60, 120, 1440])('take an interval of %i minutes', (everyMinutes) => {
    expect(withJob({ everyMinutes })).toBe(true);
  });

  it.each([0, 7, 45, 90, 300, 2880])(
    'refuse %i minutes, which fall on other times each day',
    (everyMinutes) => {
      expect(withJob({ everyMinutes })).toBe(false);
    },
  );

  it('know time zones by their names', () => {
    expect(withJob({ timeZone: 'Europe/Berlin' })).toBe(true);
    expect(withJob({ timeZone: 'Berlin' })).toBe(false);
  });
});
