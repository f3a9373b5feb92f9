import { STATUS_CODES } from 'node:http';
import type { APIGatewayProxyResult } from 'aws-lambda';
import type { Problem } from '#contracts/problem.ts';
import { STATUS } from '#contracts/problem-status.ts';
import type { DomainError } from '#core/domain-error.ts';

/** A refusal as `application/problem+json` (RFC 9457). */
export const problemResponse = (refusal: DomainError, instance: string): APIGatewayProxyResult => {
  const status = STATUS[refusal.code];
  const problem: Problem = {
    type: `urn:caselore:problem:${refusal.code}`,
    title: STATUS_CODES[status] ?? refusal.code,
    status,
    code: refusal.code,
    detail: refusal.message,
    instance,
    ...(refusal.errors && { errors: [...refusal.errors] }),
  };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(refusal.retryAfterSeconds !== undefined && { 'retry-after': String(refusal.retryAfterSeconds) }),
    },
    body: JSON.stringify(problem),
  };
};
