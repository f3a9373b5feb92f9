import type { Need } from './need.ts';

/** Rights that a request to CloudWatch needs; undefined for an operation that is not known here. Its metrics have no ARN. */
export const cloudwatchNeeds = (operation: string): readonly Need[] | undefined =>
  operation === 'GetMetricData' ? [{ action: 'cloudwatch:GetMetricData', resource: '*' }] : undefined;
