import { SFNClient } from '@aws-sdk/client-sfn';

/** A Step Functions client that answers in time or not at all, with the SDK's jittered tries. */
export const sfnClient = (): SFNClient =>
  new SFNClient({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 4_000, throwOnRequestTimeout: true },
  });
