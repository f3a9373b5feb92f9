import type { Call } from '#local/gateway/call.ts';
import type { HttpRequest } from '#local/gateway/http-request.ts';

/** A request as the gateway sees it; `target` is path and query. */
export const aCall = (target: string, overrides: Partial<HttpRequest> = {}): Call => {
  const [path = '', query = ''] = target.split('?');
  return {
    request: {
      method: 'GET',
      path,
      query: new URLSearchParams(query),
      headers: [],
      body: Buffer.alloc(0),
      sourceIp: '127.0.0.1',
      protocol: 'HTTP/1.1',
      ...overrides,
    },
    requestId: 'r-1',
    extendedRequestId: 'e-1',
    traceId: 'Root=1-2-3',
    receivedAt: new Date('2026-11-22T04:30:00Z'),
    accountId: '000000000000',
    region: 'us-east-1',
    apiId: 'api1',
    stage: 'live',
  };
};
