import { headerOf, type HttpRequest } from './http-request.ts';
import type { GatewayContext } from './gateway-response.ts';

/** What the gateway knows of a request from its arrival on. */
export type Call = {
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly extendedRequestId: string;
  readonly traceId: string;
  readonly receivedAt: Date;
  readonly accountId: string;
  readonly region: string;
  readonly apiId: string;
  readonly stage: string;
};

/** The variables that the templates of gateway responses may name. */
export const contextOf = (call: Call, resourcePath: string): GatewayContext => ({
  requestId: call.requestId,
  extendedRequestId: call.extendedRequestId,
  path: call.request.path,
  httpMethod: call.request.method,
  resourcePath,
  stage: call.stage,
  requestTime: requestTime(call.receivedAt),
  requestTimeEpoch: String(call.receivedAt.getTime()),
  protocol: call.request.protocol,
  apiId: call.apiId,
  accountId: call.accountId,
  domainName: headerOf(call.request, 'host') ?? 'localhost',
  'identity.sourceIp': call.request.sourceIp,
  'identity.userAgent': headerOf(call.request, 'user-agent') ?? '',
});

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A time in Common Log Format, as API Gateway gives it, e.g. `22/Nov/2026:04:30:00 +0000`. */
export const requestTime = (time: Date): string => {
  const [date = '', clock = ''] = time.toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock.slice(0, 8)} +0000`;
};
