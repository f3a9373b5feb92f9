import { Duration } from 'aws-cdk-lib';
import { GraphWidget, type IWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { AppFunction } from './app-function.ts';
import { AppQueue } from './app-queue.ts';
import { DeadLetters } from './dead-letters.ts';
import { StreamWorker } from './stream-worker.ts';

/** The dashboard: what waits, what is late, what failed. By names, not references, so that nothing watched depends on being watched. */
export const pipelineWidgets = (constructs: readonly IConstruct[]): IWidget[][] => {
  const queues = constructs
    .filter((construct) => construct instanceof AppQueue)
    .map(({ fullName }) => fullName);
  const dead = constructs
    .filter((construct) => construct instanceof DeadLetters)
    .map(({ fullName }) => fullName);
  const functions = constructs
    .filter((construct) => construct instanceof AppFunction)
    .map(({ fullName }) => fullName);
  const streamed = constructs
    .filter((construct) => construct instanceof StreamWorker)
    .map(({ fullName }) => fullName);
  return [
    [
      graph('Messages waiting', queues.map(queueMetric('ApproximateNumberOfMessagesVisible'))),
      graph('Oldest message, seconds', queues.map(queueMetric('ApproximateAgeOfOldestMessage'))),
    ],
    [
      graph('Given up: dead letters', dead.map(queueMetric('ApproximateNumberOfMessagesVisible'))),
      graph('Projection behind, milliseconds', streamed.map(functionMetric('IteratorAge', 'Maximum'))),
    ],
    [
      graph('Errors by function', functions.map(functionMetric('Errors', 'Sum'))),
      graph('Duration p95 by function, milliseconds', functions.map(functionMetric('Duration', 'p95'))),
    ],
  ];
};

const graph = (title: string, left: Metric[]): IWidget =>
  new GraphWidget({ title, left, width: 12, height: 6 });

const queueMetric = (metricName: string) => (name: string) =>
  new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: name },
    statistic: 'Maximum',
    period: Duration.minutes(1),
    label: name,
  });

const functionMetric = (metricName: string, statistic: string) => (name: string) =>
  new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: name },
    statistic,
    period: Duration.minutes(1),
    label: name,
  });
