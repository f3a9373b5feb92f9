import type { Route } from '#contracts/route.ts';
import { gatewayResponses } from './gateway-responses.ts';

type ApiDocumentProps = {
  readonly routes: readonly Route[];
  /** URI that invokes the function which serves a route. */
  readonly integrationUri: (serves: Route['serves']) => string;
  readonly authoriserUri: string;
  /** How long an answer of the authoriser holds; a revoked token may live on for so long. */
  readonly authoriserTtlSeconds: number;
};

/** The OpenAPI 3.0 document that API Gateway imports: paths, authoriser, integrations and nothing more, because it reads no 3.1. */
export const apiDocument = (props: ApiDocumentProps): Record<string, unknown> => ({
  openapi: '3.0.1',
  info: { title: 'Caselore', version: '1' },
  paths: paths(props),
  components: { securitySchemes: { bearer: authoriser(props) } },
  'x-amazon-apigateway-gateway-responses': gatewayResponses(),
});

const paths = ({ routes, integrationUri }: ApiDocumentProps) => {
  const byPath: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    byPath[route.path] = {
      ...byPath[route.path],
      [route.method.toLowerCase()]: operation(route, integrationUri(route.serves)),
    };
  }
  return byPath;
};

const operation = ({ operationId, path, permission }: Route, uri: string) => ({
  operationId,
  parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  })),
  responses: { default: { description: 'as the function answers' } },
  ...(permission === 'public' ? {} : { security: [{ bearer: [] }] }),
  'x-amazon-apigateway-integration': {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri,
    passthroughBehavior: 'when_no_match',
  },
});

/** Authorization is the only identity source: with caching, the gateway would demand every other one too. */
const authoriser = ({ authoriserUri, authoriserTtlSeconds }: ApiDocumentProps) => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': {
    type: 'request',
    identitySource: 'method.request.header.Authorization',
    authorizerUri: authoriserUri,
    authorizerResultTtlInSeconds: authoriserTtlSeconds,
  },
});
