import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { IdempotencyKeyHeader } from '#contracts/idempotency-key.ts';
import type { Route } from '#contracts/route.ts';
import type { KeptAnswer } from '#core/ports/request-claims.ts';
import { answerOnce, type AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { log } from './log.ts';
import type { Caller, Operation } from './operation.ts';
import { parsePart } from './parse-part.ts';

const keyOf = ({ headers }: APIGatewayProxyEvent): string | undefined =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'idempotency-key')?.[1];

/** All that makes a request this one and no other; a legacy path and its successor are the same. */
const requestOf = ({ pathParameters, queryStringParameters, body, isBase64Encoded }: APIGatewayProxyEvent) =>
  JSON.stringify([pathParameters ?? {}, queryStringParameters ?? {}, body ?? '', isBase64Encoded]);

const kept = ({ statusCode, headers = {}, body }: APIGatewayProxyResult): KeptAnswer => ({
  status: statusCode,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
  body,
});

/** Serves operations that take `Idempotency-Key`: with the header, the same request is carried out once. */
export const once = (deps: AnswerOnceDeps) => {
  const answer = answerOnce(deps);

  return async (
    { operationId }: Route,
    operation: Operation,
    event: APIGatewayProxyEvent,
    caller: Caller,
  ): Promise<APIGatewayProxyResult> => {
    const wished = keyOf(event);
    if (wished === undefined) return operation({ event, caller });
    const { 'idempotency-key': key = wished } = parsePart(
      IdempotencyKeyHeader,
      { 'idempotency-key': wished },
      'malformed_request',
    );
    const { tenant, principal } = caller;
    const given = await answer({ tenant, principal, route: operationId, key }, requestOf(event), async () =>
      kept(await operation({ event, caller })),
    );
    if (given.lost !== undefined) log('IDEMPOTENCY_ANSWER_LOST', { error: given.lost });
    const { status, headers, body } = given.answer;
    return {
      statusCode: status,
      headers: { ...headers, ...(given.replayed && { 'idempotency-replayed': 'true' }) },
      body,
    };
  };
};
