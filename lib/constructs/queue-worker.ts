import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Construct } from 'constructs';
import { AppFunction, type AppFunctionProps, type Mapping } from './app-function.ts';
import type { AppQueue } from './app-queue.ts';

type QueueWorkerProps = AppFunctionProps & {
  readonly queue: AppQueue;
  /** Messages a call, at most 10; 1 unless told. */
  readonly batchSize?: number;
};

/** A function that works off one queue and answers for each message by itself. */
export class QueueWorker extends AppFunction {
  readonly mappings: readonly Mapping[];

  constructor(scope: Construct, id: string, { queue, batchSize = 1, ...props }: QueueWorkerProps) {
    super(scope, id, props);
    if (queue.consumer !== props.name) {
      throw new Error(`queue ${queue.fullName} is timed for ${queue.consumer}, not for ${props.name}`);
    }
    const { maxConcurrency } = props.runtime.settings.functions[props.name];
    const source = new SqsEventSource(queue, { batchSize, maxConcurrency, reportBatchItemFailures: true });
    this.addEventSource(source);
    this.mappings = [{ id: source.eventSourceMappingId, arn: source.eventSourceMappingArn }];
  }
}
