import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalContext } from '../local-context.ts';
import { newTrace, readTrace, writeTrace } from '../tracing/trace-header.ts';
import { StartRefusal } from '../start-refusal.ts';
import type { Api } from './api.ts';
import { type Call, contextOf } from './call.ts';
import { renderGatewayResponse } from './gateway-response.ts';
import type { HttpAnswer } from './http-answer.ts';
import { headerOf } from './http-request.ts';
import { readBody } from './read-body.ts';
import { sendAnswer } from './send-answer.ts';
import { createServeCall } from './serve-call.ts';
import { requestMeasurements } from './request-measurements.ts';

/** Payload limit of a REST API (API Gateway quotas). */
const MOST_BYTES = 10 * 1024 * 1024;

/** Stands in for API Gateway: the APIs of the assembly, and the one stage that is served. */
export type Gateway = {
  addApi(api: Api): void;
  /** Serves an API's stage at the root of the public address. */
  serveStage(apiId: string, stage: string): void;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

type Dependencies = Pick<LocalContext, 'invoke' | 'measure' | 'now' | 'log' | 'region' | 'accountId'> & {
  readonly newId: () => string;
  /** Whether a trace that begins here is recorded. */
  readonly sampled: () => boolean;
};

type Served = {
  readonly api: Api;
  readonly stage: string;
  readonly serve: (call: Call) => Promise<HttpAnswer>;
};

/** Makes a gateway without APIs. */
export const createGateway = (dependencies: Dependencies): Gateway => {
  const apis = new Map<string, Api>();
  let served: Served | undefined;

  return {
    addApi: (api) => {
      apis.set(api.id, api);
    },
    serveStage: (apiId, stage) => {
      const api = apis.get(apiId);
      if (!api)
        throw new StartRefusal(`Stage ${stage} belongs to REST API ${apiId}, which is not in the assembly.`);
      if (served)
        throw new StartRefusal(
          'The laptop form has one public address and serves one API stage; the assembly has more.',
        );
      served = { api, stage, serve: createServeCall(api, dependencies) };
    },
    handle: async (request, response) => {
      if (!served) return sendAnswer(response, NOT_YET);
      const started = performance.now();
      const body = await readBody(request, MOST_BYTES);
      const call = newCall(request, body ?? Buffer.alloc(0), served, dependencies);
      const answer = body
        ? await served.serve(call)
        : renderGatewayResponse(
            'REQUEST_TOO_LARGE',
            served.api.gatewayResponses,
            contextOf(call, call.request.path),
          );
      const answered = {
        status: answer.status,
        milliseconds: performance.now() - started,
        at: dependencies.now().getTime(),
      };
      for (const measurement of requestMeasurements(served.api.name, served.stage, answered))
        dependencies.measure(measurement);
      sendAnswer(response, {
        ...answer,
        headers: { ...answer.headers, 'x-amzn-requestid': call.requestId, 'x-amzn-trace-id': call.traceId },
      });
    },
  };
};

/** While the host starts, which after a crash a client may see. */
const NOT_YET: HttpAnswer = {
  status: 503,
  headers: { 'content-type': 'text/plain', 'retry-after': '1' },
  body: Buffer.from('Caselore is starting\n'),
};

const newCall = (
  request: IncomingMessage,
  body: Buffer,
  { api, stage }: Served,
  { now, newId, sampled, region, accountId }: Dependencies,
): Call => {
  const target = request.url ?? '/';
  const questionMark = target.indexOf('?');
  const receivedAt = now();
  const requestId = newId();
  const headers = pairs(request.rawHeaders);
  // A client's trace goes on here; a trace of its own that says nothing of sampling is decided here.
  const given = headerOf({ headers }, 'x-amzn-trace-id');
  const decided = /sampled=[01]/i.test(given ?? '');
  const known = readTrace(given);
  const trace =
    known === undefined || !decided
      ? { ...newTrace(receivedAt, requestId, sampled()), ...(known && { root: known.root }) }
      : known;
  return {
    request: {
      method: request.method ?? 'GET',
      path: questionMark < 0 ? target : target.slice(0, questionMark),
      query: new URLSearchParams(questionMark < 0 ? '' : target.slice(questionMark + 1)),
      headers,
      body,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      protocol: `HTTP/${request.httpVersion}`,
    },
    requestId,
    extendedRequestId: requestId.replaceAll('-', '').slice(0, 16),
    traceId: writeTrace(trace),
    receivedAt,
    accountId,
    region,
    apiId: api.id,
    stage,
  };
};

const pairs = (rawHeaders: readonly string[]): readonly (readonly [string, string])[] =>
  rawHeaders.flatMap((name, index) =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  );
