import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import withMiddleware from '@middy/core';
import type { Context } from 'aws-lambda';
import { correlated } from './correlation.ts';
import { invocationTrace } from './invocation-trace.ts';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';
import { readTrace } from './trace.ts';
import { tracing } from './tracing.ts';
import { watchUsage } from './usage.ts';

/** Wraps a handler in what every function has: trace, log context and ids (bound anew at each invocation), metrics and what it used. */
export const observed = <Event, Result>(handle: (event: Event, context: Context) => Promise<Result>) =>
  withMiddleware<Event, Result>()
    .use(tracing)
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logMetrics(metrics, { throwOnEmptyMetrics: false }))
    .handler((event, context) =>
      correlated({ ...readTrace(invocationTrace()) }, async () => {
        const publishUsage = watchUsage();
        try {
          return await handle(event, context);
        } finally {
          publishUsage();
        }
      }),
    );
