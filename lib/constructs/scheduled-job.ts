import { Duration, Stack } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, PrincipalWithConditions, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { Settings } from '#config/schema.ts';
import type { JobId } from '#contracts/job-id.ts';
import { AppAlarm } from './app-alarm.ts';
import type { AppFunction } from './app-function.ts';
import { AppLogGroup } from './app-log-group.ts';
import { jobDefinition, type TaskRetry } from './job-definition.ts';
import type { JobFacts } from './job-facts.ts';
import { jobNames } from './job-names.ts';
import { jobScheduleExpression } from './job-schedule-expression.ts';

type ScheduledJobProps = {
  readonly job: JobId;
  readonly settings: Settings;
  /** The functions of the tasks, by the names that the definition has for them. */
  readonly functions: Readonly<Record<string, AppFunction>>;
  /** What a user loses while runs fail or do not take place. It goes into the alarms. */
  readonly impact: string;
  /** Tries of one task that the environment decides; left out, the definition does. */
  readonly retry?: TaskRetry;
};

const PERIOD = Duration.minutes(5);
/** Scheduler takes no less. */
const LEAST_EVENT_AGE_SECONDS = 60;

/** A job: its state machine from `lib/state-machines/<job>.asl.json`, its log, its schedule, and alarms for runs that fail or are missed. */
export class ScheduledJob extends Construct implements JobFacts {
  readonly job: JobId;
  readonly schedule: JobFacts['schedule'];
  readonly stateMachineArn: string;
  readonly names: JobFacts['names'];

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    const { job, settings, functions, impact, retry } = props;
    super(scope, id);
    this.job = job;
    this.schedule = settings.jobs[job];
    this.names = jobNames(settings, job);
    const role = new Role(this, 'Role', { assumedBy: this.service('states') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: Object.values(functions).map(({ functionArn }) => functionArn),
      }),
    );
    const stateMachine = new StateMachine(this, 'StateMachine', {
      stateMachineName: this.names.stateMachine,
      stateMachineType: StateMachineType.STANDARD,
      // As a string it stays in the template, readable; as a file it would become an asset.
      definitionBody: DefinitionBody.fromString(jobDefinition(job, retry)),
      definitionSubstitutions: Object.fromEntries(
        Object.entries(functions).map(([placeholder, { functionArn }]) => [placeholder, functionArn]),
      ),
      role,
      tracingEnabled: true,
      logs: {
        destination: new AppLogGroup(this, 'Log', { name: this.names.logGroup, settings }),
        level: LogLevel.ALL,
        includeExecutionData: true,
      },
    });
    this.stateMachineArn = stateMachine.stateMachineArn;
    this.watch(impact);
  }

  /** Lets a function start the job whenever its schedule is due, with the time that it was due for. */
  startedBy(start: AppFunction): void {
    const { everyMinutes, timeZone, graceSeconds, enabled } = this.schedule;
    const role = new Role(this, 'ScheduleRole', { assumedBy: this.service('scheduler') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [start.functionArn] }),
    );
    const schedule = new CfnSchedule(this, 'Schedule', {
      name: this.names.stateMachine,
      description: `Starts ${this.job} every ${everyMinutes} minutes`,
      scheduleExpression: jobScheduleExpression(everyMinutes),
      scheduleExpressionTimezone: timeZone,
      flexibleTimeWindow: { mode: 'OFF' },
      state: enabled ? 'ENABLED' : 'DISABLED',
      target: {
        arn: start.functionArn,
        roleArn: role.roleArn,
        input: JSON.stringify({ job_id: this.job, scheduled_time: '<aws.scheduler.scheduled-time>' }),
        // Later than that the start is recorded as missed; tries beyond it would change nothing.
        retryPolicy: {
          maximumEventAgeInSeconds: Math.max(LEAST_EVENT_AGE_SECONDS, graceSeconds),
          maximumRetryAttempts: 3,
        },
      },
    });
    // The role must hold its policy before the first firing.
    schedule.node.addDependency(role);
  }

  /** The service on behalf of our own account only, not of whoever else names our role. */
  private service(name: 'scheduler' | 'states'): PrincipalWithConditions {
    return new PrincipalWithConditions(new ServicePrincipal(`${name}.amazonaws.com`), {
      StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
    });
  }

  private watch(impact: string): void {
    const ended = (metricName: string) =>
      new Metric({
        namespace: 'AWS/States',
        metricName,
        dimensionsMap: { StateMachineArn: this.stateMachineArn },
        statistic: 'Sum',
        period: PERIOD,
      });
    const runbook = `job-${this.job.replaceAll('_', '-')}`;
    new AppAlarm(this, 'Failed', {
      metric: new MathExpression({
        expression: 'FILL(failed, 0) + FILL(late, 0) + FILL(stopped, 0)',
        usingMetrics: {
          failed: ended('ExecutionsFailed'),
          late: ended('ExecutionsTimedOut'),
          stopped: ended('ExecutionsAborted'),
        },
        label: `Runs of ${this.job} that did not succeed`,
        period: PERIOD,
      }),
      above: 0,
      impact,
      runbook,
    });
    new AppAlarm(this, 'NotStarted', {
      metric: new Metric({
        namespace: 'Caselore',
        metricName: 'RunsNotStarted',
        dimensionsMap: { service: 'start-job', job: this.job },
        statistic: 'Sum',
        period: PERIOD,
      }),
      above: 0,
      impact,
      runbook,
    });
  }
}
