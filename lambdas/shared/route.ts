import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda';
import { successorOf } from '#contracts/legacy-routes.ts';
import { routes, type OperationId } from '#contracts/routes.ts';
import type { Route } from '#contracts/route.ts';
import { DomainError } from '#core/domain-error.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { bind, correlated } from './correlation.ts';
import { legacyHeaders } from './legacy-headers.ts';
import { log } from './log.ts';
import { measure } from './measure.ts';
import { observed } from './observed.ts';
import { once } from './once.ts';
import type { Operation } from './operation.ts';
import { permittedCaller } from './permitted-caller.ts';
import { problemResponse } from './problem-response.ts';

type Served = Route & { readonly operationId: OperationId };

const BY_RESOURCE: ReadonlyMap<string, Served> = new Map(
  routes.map((route) => [`${route.method} ${route.path}`, route]),
);

/** The route of an event, whether it came by its own path or by the legacy one. */
const routeOf = ({ httpMethod, resource }: APIGatewayProxyEvent): Served | undefined =>
  BY_RESOURCE.get(`${httpMethod} ${resource}`) ?? BY_RESOURCE.get(`${httpMethod} ${successorOf(resource)}`);

type Operations = Partial<Record<OperationId, Operation>>;

/** What carries out operations that take `Idempotency-Key`; a function that serves one must be given it. */
const guardOf = (operations: Operations, claims: AnswerOnceDeps | undefined) => {
  const unguarded = routes.find((served: Served) => served.once && operations[served.operationId]);
  if (!claims && unguarded) throw new Error(`${unguarded.operationId} takes idempotency keys: claims needed`);
  return claims && once(claims);
};

const serve = async (
  operations: Operations,
  guard: ReturnType<typeof guardOf>,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> => {
  const route = routeOf(event);
  const operation = route && operations[route.operationId];
  if (!route || !operation) throw new DomainError('not_found', `no route ${event.httpMethod} ${event.path}`);
  const caller = permittedCaller(route, event);
  bind({
    operation: route.operationId,
    ...(caller && { tenant: caller.tenant, principal: caller.principal }),
  });
  return guard && caller && route.once
    ? guard(route, operation, event, caller)
    : operation({ event, caller });
};

/** What a request ended with; a refusal keeps its code for the log. */
type Answered = { readonly answer: APIGatewayProxyResult; readonly code: string | undefined };

/** A refusal becomes its problem; a fault is thrown on, so that the function's error metric moves. */
const refuse = (error: unknown, event: APIGatewayProxyEvent): Answered => {
  if (!(error instanceof DomainError)) throw error;
  return { answer: problemResponse(error, event.path), code: error.code };
};

const milliseconds = (started: number): number => Math.round((performance.now() - started) * 10) / 10;

const serveAndLog = async (
  operations: Operations,
  guard: ReturnType<typeof guardOf>,
  event: APIGatewayProxyEvent,
): Promise<APIGatewayProxyResult> => {
  const started = performance.now();
  measure('Requests', 1);
  log('REQUEST_STARTED', { method: event.httpMethod, resource: event.resource });
  try {
    const { answer, code } = await serve(operations, guard, event).then(
      (served): Answered => ({ answer: served, code: undefined }),
      (error: unknown) => refuse(error, event),
    );
    const duration = milliseconds(started);
    measure('RequestFaults', answer.statusCode >= 500 ? 1 : 0);
    measure('RequestDuration', duration);
    log('REQUEST_COMPLETED', { status: answer.statusCode, code, duration_ms: duration });
    return answer;
  } catch (error) {
    measure('RequestFaults', 1);
    log('REQUEST_FAILED', { duration_ms: milliseconds(started), error });
    throw error;
  }
};

/** The handler of an HTTP function: finds the operation by route, checks the permission, and answers problem+json to refusals. */
export const route = (operations: Operations, claims?: AnswerOnceDeps) => {
  const guard = guardOf(operations, claims);

  return observed(async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const { requestId } = event.requestContext;
    return correlated({ request_id: requestId, correlation_id: requestId }, async () => {
      const answer = await serveAndLog(operations, guard, event);
      const headers = { ...answer.headers, ...legacyHeaders(event), 'x-request-id': requestId };
      return { ...answer, headers };
    });
  });
};

/** `route` for a function some of whose operations take `Idempotency-Key`. */
export const routeOnce = (claims: AnswerOnceDeps) => (operations: Operations) => route(operations, claims);
