import { Tracer } from '@aws-lambda-powertools/tracer';

/** The function's tracer; it is silent where X-Ray does not run. Bodies are never captured: they hold personal data. */
export const tracer = new Tracer();
