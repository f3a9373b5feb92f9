import type { APIGatewayProxyEvent } from 'aws-lambda';
import { type Call, requestTime } from './call.ts';
import type { Match } from './create-router.ts';
import { headerOf, type HttpRequest } from './http-request.ts';

/** What a successful authoriser adds to the event. */
export type AuthoriserOutput = Readonly<Record<string, string | number>>;

type Parts = {
  readonly call: Call;
  readonly match: Match;
  readonly authoriser: AuthoriserOutput | undefined;
  readonly binaryMediaTypes: readonly string[];
};

/** The part of an event that functions and authorisers both get. */
export const requestPart = ({ call, match, authoriser }: Omit<Parts, 'binaryMediaTypes'>) => {
  const { request } = call;
  const headers = allHeaders(call);
  const query = [...request.query];
  return {
    resource: match.route.resource,
    path: request.path,
    httpMethod: request.method,
    headers: Object.fromEntries(headers),
    multiValueHeaders: grouped(headers),
    queryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
    multiValueQueryStringParameters: query.length > 0 ? grouped(query) : null,
    pathParameters: match.pathParameters && { ...match.pathParameters },
    stageVariables: null,
    requestContext: {
      accountId: call.accountId,
      apiId: call.apiId,
      authorizer: authoriser,
      domainName: headerOf(request, 'host') ?? 'localhost',
      domainPrefix: call.apiId,
      extendedRequestId: call.extendedRequestId,
      httpMethod: request.method,
      identity: {
        ...NO_IDENTITY,
        sourceIp: request.sourceIp,
        userAgent: headerOf(request, 'user-agent') ?? null,
      },
      path: request.path,
      protocol: request.protocol,
      requestId: call.requestId,
      requestTime: requestTime(call.receivedAt),
      requestTimeEpoch: call.receivedAt.getTime(),
      resourceId: Buffer.from(match.route.resource).toString('hex').slice(-6),
      resourcePath: match.route.resource,
      stage: call.stage,
    },
  };
};

/** Builds the event of a REST API's Lambda proxy integration (payload format 1.0). */
export const proxyEvent = (parts: Parts): APIGatewayProxyEvent => {
  const { request } = parts.call;
  const isBase64Encoded = isBinary(request, parts.binaryMediaTypes);
  return {
    ...requestPart(parts),
    body: request.body.length > 0 ? request.body.toString(isBase64Encoded ? 'base64' : 'utf8') : null,
    isBase64Encoded,
  };
};

const NO_IDENTITY = {
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  user: null,
  userArn: null,
};

type Pairs = readonly (readonly [string, string])[];

/** The client's headers and those that API Gateway adds. */
const allHeaders = ({ request, traceId }: Call): Pairs => [
  ...request.headers.filter(([name]) => name.toLowerCase() !== 'x-amzn-trace-id'),
  ['X-Amzn-Trace-Id', traceId],
  ['X-Forwarded-For', request.sourceIp],
  ['X-Forwarded-Port', headerOf(request, 'host')?.split(':')[1] ?? '80'],
  ['X-Forwarded-Proto', 'http'],
];

const grouped = (pairs: Pairs): Record<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = groups.get(name);
    if (values) values.push(value);
    else groups.set(name, [value]);
  }
  return Object.fromEntries(groups);
};

const isBinary = (request: HttpRequest, binaryMediaTypes: readonly string[]): boolean => {
  const type = headerOf(request, 'content-type')?.split(';')[0]?.trim().toLowerCase() ?? 'application/json';
  return binaryMediaTypes.some(
    (binary) =>
      binary === '*/*' || binary === type || (binary.endsWith('/*') && type.startsWith(binary.slice(0, -1))),
  );
};
