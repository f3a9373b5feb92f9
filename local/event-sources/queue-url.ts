import type { LocalContext } from '../local-context.ts';

/** Address of a queue for the SDK, from its ARN. */
export const queueUrl = (
  arn: string,
  { endpoints, accountId }: Pick<LocalContext, 'endpoints' | 'accountId'>,
): string => `${endpoints.sqs}/${accountId}/${arn.split(':')[5] ?? ''}`;
