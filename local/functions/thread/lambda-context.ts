import type { Context } from 'aws-lambda';
import type { Invoke, ThreadData } from './message.ts';

type RuntimeContext = Omit<Context, 'done' | 'fail' | 'succeed'>;

/** The context object of an invocation, as Lambda's Node runtime gives it from version 24 on, without callbacks. */
export const lambdaContext = (
  thread: ThreadData,
  { requestId, deadline }: Invoke,
  now: () => number,
): RuntimeContext => ({
  callbackWaitsForEmptyEventLoop: true,
  functionName: thread.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: thread.functionArn,
  memoryLimitInMB: String(thread.memoryMegabytes),
  awsRequestId: requestId,
  logGroupName: thread.logGroupName,
  logStreamName: thread.logStreamName,
  getRemainingTimeInMillis: () => Math.max(0, deadline - now()),
});
