import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { routes, type OperationId, type Route } from '#contracts/routes.ts';
import { DomainError } from '#core/domain-error.ts';
import { logger } from './logger.ts';
import { metrics } from './metrics.ts';
import { observed } from './observed.ts';
import type { Operation } from './operation.ts';
import { permittedCaller } from './permitted-caller.ts';
import { problemResponse } from './problem-response.ts';

const BY_RESOURCE: ReadonlyMap<string, Route & { readonly operationId: OperationId }> = new Map(
  routes.map((route) => [`${route.method} ${route.path}`, route]),
);

const serve = async (
  operations: Partial<Record<OperationId, Operation>>,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> => {
  const route = BY_RESOURCE.get(`${event.httpMethod} ${event.resource}`);
  const operation = route && operations[route.operationId];
  if (!route || !operation) throw new DomainError('not_found', `no route ${event.httpMethod} ${event.path}`);
  const caller = permittedCaller(route, event);
  logger.appendKeys({
    operation: route.operationId,
    ...(caller && { tenant: caller.tenant, principal: caller.principal }),
  });
  return operation({ event, caller });
};

/** A refusal becomes its problem; a fault is thrown on, so that the function's error metric moves. */
const refuse = (error: unknown, event: APIGatewayProxyEvent): APIGatewayProxyResult => {
  if (!(error instanceof DomainError)) throw error;
  return problemResponse(error, event.path);
};

/** The handler of an HTTP function: finds the operation by route, checks the permission, and answers problem+json to refusals. */
export const route = (operations: Partial<Record<OperationId, Operation>>) =>
  observed(async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const started = performance.now();
    const answer = await serve(operations, event).catch((error: unknown) => refuse(error, event));
    const duration = performance.now() - started;
    metrics.addMetric('RequestDuration', MetricUnit.Milliseconds, duration);
    logger.info('REQUEST_COMPLETED', {
      status: answer.statusCode,
      duration_ms: Math.round(duration * 10) / 10,
    });
    return { ...answer, headers: { ...answer.headers, 'x-request-id': event.requestContext.requestId } };
  });
