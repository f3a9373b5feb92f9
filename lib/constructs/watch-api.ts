import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { AppAlarm } from './app-alarm.ts';
import type { RestApi } from './rest-api.ts';

/** The alarms of the API: how many requests fail, and how long they take. */
export const watchApi = (scope: Construct, api: RestApi): void => {
  const metric = (metricName: string, statistic: string) =>
    new Metric({
      namespace: 'AWS/ApiGateway',
      metricName,
      statistic,
      period: Duration.minutes(5),
      dimensionsMap: { ApiName: api.restApiName, Stage: api.deploymentStage.stageName },
    });
  // The average of 5XXError is the share of requests that failed.
  new AppAlarm(scope, 'Faults', {
    metric: metric('5XXError', 'Average'),
    above: 0.05,
    impact: 'more than 5 % of requests fail',
    runbook: 'api-faults',
  });
  new AppAlarm(scope, 'Slow', {
    metric: metric('Latency', 'p95'),
    above: 2000,
    periods: 3,
    impact: 'one request in twenty takes more than 2 s',
    runbook: 'api-slow',
  });
};
