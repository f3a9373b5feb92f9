import { Metrics } from '@aws-lambda-powertools/metrics';

/** The function's metrics, published as embedded metric format lines. */
export const metrics = new Metrics();
