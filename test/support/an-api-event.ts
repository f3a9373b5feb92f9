import type { APIGatewayProxyEvent, Context } from 'aws-lambda';

type Overrides = Partial<Omit<APIGatewayProxyEvent, 'body'>> & {
  body?: unknown;
  tenant?: string;
  roles?: string;
};

/** A proxy event of a REST API, called by an admin of tenant `demo`; a body that is no string is sent as JSON. */
export const anApiEvent = ({
  body,
  tenant = 'demo',
  roles = 'admin',
  ...overrides
}: Overrides = {}): APIGatewayProxyEvent =>
  ({
    httpMethod: 'GET',
    resource: '/api/v1/cases',
    path: '/api/v1/cases',
    headers: { 'Content-Type': 'application/json' },
    pathParameters: null,
    queryStringParameters: null,
    isBase64Encoded: false,
    body: body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
    requestContext: { requestId: 'r-1', authorizer: { tenant, principal: 'demo-admin', roles } },
    ...overrides,
  }) as APIGatewayProxyEvent;

/** The context of an invocation with 30 seconds left. */
export const aContext = (): Context =>
  ({
    functionName: 'f',
    functionVersion: '$LATEST',
    memoryLimitInMB: '128',
    invokedFunctionArn: 'arn:f',
    awsRequestId: 'i-1',
    getRemainingTimeInMillis: () => 30_000,
  }) as Context;
