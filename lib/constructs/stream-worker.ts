import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { AppAlarm } from './app-alarm.ts';
import { AppFunction, type AppFunctionProps, type Mapping } from './app-function.ts';
import type { AppTable } from './app-table.ts';
import type { DeadLetters } from './dead-letters.ts';

type StreamWorkerProps = AppFunctionProps & {
  /** Tables whose keys are streamed; each has a mapping of its own. */
  readonly tables: readonly AppTable[];
  /** Changes a call, at most. */
  readonly batchSize: number;
  /** How long changes are gathered for a call; the environment's where somebody waits for it. */
  readonly windowSeconds?: number;
  /** Gets the place in the stream of what failed to the last. */
  readonly failures: DeadLetters;
  /** What a user loses while it is minutes late, and the page that says what to do. */
  readonly late: { readonly impact: string; readonly runbook: string };
};

const TOO_LATE_MINUTES = 5;

/** A function that follows the changes of tables, in order for each key. */
export class StreamWorker extends AppFunction {
  readonly mappings: readonly Mapping[];

  constructor(
    scope: Construct,
    id: string,
    { tables, batchSize, windowSeconds, failures, late, ...props }: StreamWorkerProps,
  ) {
    super(scope, id, props);
    const { stream: settings } = props.runtime.settings;
    this.mappings = tables.map((table) => {
      const stream = table.tableStreamArn;
      if (!stream) throw new Error(`${table.node.path} has no stream`);
      const mapping = new EventSourceMapping(this, `${table.node.id}Changes`, {
        target: this,
        eventSourceArn: stream,
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize,
        maxBatchingWindow: Duration.seconds(windowSeconds ?? settings.windowSeconds),
        parallelizationFactor: settings.parallelization,
        reportBatchItemFailures: true,
        // No bound and no bisecting: the function sets single bad keys aside itself; what fails whole is an outage,
        // and the stream keeps its changes for 24 hours.
        onFailure: new SqsDlq(failures),
      });
      this.allowStream(table, stream);
      return { id: mapping.eventSourceMappingId, arn: mapping.eventSourceMappingArn };
    });
    new AppAlarm(this, 'Late', {
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'IteratorAge',
        dimensionsMap: { FunctionName: this.functionName },
        statistic: 'Maximum',
        period: Duration.minutes(1),
      }),
      above: Duration.minutes(TOO_LATE_MINUTES).toMilliseconds(),
      periods: 3,
      ...late,
    });
  }
}
