import type { MiddlewareObj } from '@middy/core';
import * as z from 'zod';
import { readEnv } from './read-env.ts';

const load = async (): Promise<MiddlewareObj> => {
  const [{ Tracer }, { captureLambdaHandler }] = await Promise.all([
    import('@aws-lambda-powertools/tracer'),
    import('@aws-lambda-powertools/tracer/middleware'),
  ]);
  // Bodies are never captured: they hold personal data.
  return captureLambdaHandler(new Tracer(), { captureResponse: false });
};

const { POWERTOOLS_TRACE_ENABLED: enabled } = readEnv({
  POWERTOOLS_TRACE_ENABLED: z.enum(['true', 'false']).default('true'),
});

/**
 * Records each invocation in its X-Ray trace. Where traces are switched off, as on a laptop, the tracer is not even
 * loaded: X-Ray's SDK takes 35 ms to load and then watches every promise.
 */
export const tracing: MiddlewareObj[] = enabled === 'true' ? [await load()] : [];
