import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';

/** A CloudWatch client that answers in time or not at all. */
export const cloudwatchClient = (): CloudWatchClient =>
  new CloudWatchClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
  });
