import type { Invocation, LocalContext } from '../local-context.ts';
import type { Api } from './api.ts';
import { type Call, contextOf } from './call.ts';
import { createAuthorise } from './create-authoriser.ts';
import { createRouter, type Match } from './create-router.ts';
import { type GatewayResponseType, renderGatewayResponse } from './gateway-response.ts';
import type { HttpAnswer } from './http-answer.ts';
import { type AuthoriserOutput, proxyEvent } from './proxy-event.ts';
import { readProxyAnswer } from './read-proxy-answer.ts';

type Dependencies = Pick<LocalContext, 'invoke' | 'now' | 'log'>;

/** Makes the way of one request through an API: route, authoriser, function, answer. */
export const createServeCall = (
  api: Api,
  dependencies: Dependencies,
): ((call: Call) => Promise<HttpAnswer>) => {
  const { invoke, log } = dependencies;
  const findRoute = createRouter(api.routes);
  const authorise = createAuthorise(dependencies);

  const integrate = async (call: Call, match: Match, authoriser: AuthoriserOutput | undefined) => {
    const event = proxyEvent({ call, match, authoriser, binaryMediaTypes: api.binaryMediaTypes });
    const { functionArn, timeoutMillis } = match.route;
    const invocation = await within(timeoutMillis, invoke(functionArn, event, call.traceId));
    if (invocation === 'late') return 'INTEGRATION_TIMEOUT';
    if (!invocation.ok) {
      log(
        'gateway',
        `${call.requestId} ${match.route.resource}: ${invocation.errorType}: ${invocation.errorMessage}`,
      );
      return invocation.errorType === 'RequestTooLargeException' ? 'REQUEST_TOO_LARGE' : 'MALFORMED_ANSWER';
    }
    const answer = readProxyAnswer(invocation.payload);
    if (!answer) log('gateway', `${call.requestId} ${match.route.resource}: malformed Lambda proxy response`);
    return answer ?? 'MALFORMED_ANSWER';
  };

  const serve = async (
    call: Call,
    match: Match | undefined | 'malformed',
  ): Promise<HttpAnswer | GatewayResponseType> => {
    if (match === 'malformed') return 'BAD_REQUEST_PARAMETERS';
    // API Gateway's name for a path or method that does not exist.
    if (!match) return 'MISSING_AUTHENTICATION_TOKEN';
    const { authoriser } = match.route;
    if (!authoriser) return integrate(call, match, undefined);
    const verdict = await authorise(authoriser, call, match);
    return verdict.allowed ? integrate(call, match, verdict.output) : verdict.response;
  };

  return async (call) => {
    const match = findMatch(findRoute, call);
    const answer = await serve(call, match);
    if (typeof answer !== 'string') return answer;
    const resourcePath = typeof match === 'object' ? match.route.resource : call.request.path;
    return renderGatewayResponse(answer, api.gatewayResponses, contextOf(call, resourcePath));
  };
};

const findMatch = (findRoute: ReturnType<typeof createRouter>, { request }: Call) => {
  try {
    return findRoute(request.method, request.path);
  } catch (error) {
    if (error instanceof URIError) return 'malformed';
    throw error;
  }
};

const within = async (milliseconds: number, work: Promise<Invocation>): Promise<Invocation | 'late'> => {
  const { promise, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), milliseconds);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
};
