const uri = (name: string): string =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:${name}/invocations`;

const operation = (name: string, settings: Record<string, unknown> = {}) => ({
  'x-amazon-apigateway-integration': { type: 'aws_proxy', httpMethod: 'POST', uri: uri(name), ...settings },
});

/** An API Gateway document: open `/health`, the rest behind the authoriser `authorise`. */
export const anApiDocument = (overrides: Record<string, unknown> = {}): unknown => ({
  openapi: '3.0.1',
  info: { title: 'Test', version: '1' },
  paths: {
    '/health': { get: operation('health', { timeoutInMillis: 50 }) },
    '/cases': { get: { ...operation('cases'), security: [{ bearer: [] }] } },
    '/cases/{id}': { get: { ...operation('cases'), security: [{ bearer: [] }] }, put: operation('cases') },
    '/cases/special': { get: operation('special') },
    '/files/{path+}': { 'x-amazon-apigateway-any-method': operation('files') },
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'apiKey',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri: uri('authorise'),
          identitySource: 'method.request.header.Authorization',
          authorizerResultTtlInSeconds: 60,
        },
      },
    },
  },
  ...overrides,
});
