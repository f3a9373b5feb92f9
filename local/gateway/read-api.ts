import * as z from 'zod';
import { StartRefusal } from '../start-refusal.ts';
import { ApiDocument } from './api-document.ts';
import type { Api, ApiAuthoriser, ApiRoute } from './api.ts';
import { checkGatewayResponse } from './gateway-response.ts';

/** Reads an OpenAPI document with API Gateway's extensions, its references resolved. */
export const readApi = (id: string, name: string, body: unknown): Api => {
  const parsed = ApiDocument.safeParse(body);
  if (!parsed.success)
    throw new StartRefusal(
      `The document of REST API ${id} cannot be served here: ${z.prettifyError(parsed.error)}`,
    );
  const document = parsed.data;
  const authorisers = readAuthorisers(document);
  for (const [type, response] of Object.entries(document['x-amazon-apigateway-gateway-responses']))
    checkGatewayResponse(type, response);
  return {
    id,
    name,
    routes: readRoutes(document, authorisers),
    binaryMediaTypes: document['x-amazon-apigateway-binary-media-types'],
    gatewayResponses: document['x-amazon-apigateway-gateway-responses'],
  };
};

const readAuthorisers = (document: ApiDocument): ReadonlyMap<string, ApiAuthoriser> =>
  new Map(
    Object.entries(document.components.securitySchemes).map(([name, scheme]) => {
      const authoriser = scheme['x-amazon-apigateway-authorizer'];
      return [
        name,
        {
          name,
          functionArn: authoriser.authorizerUri,
          identityHeaders: authoriser.identitySource,
          cacheSeconds: authoriser.authorizerResultTtlInSeconds,
        },
      ];
    }),
  );

const readRoutes = (
  document: ApiDocument,
  authorisers: ReadonlyMap<string, ApiAuthoriser>,
): readonly ApiRoute[] =>
  Object.entries(document.paths).flatMap(([resource, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const integration = operation['x-amazon-apigateway-integration'];
      const [name] = Object.keys(operation.security?.[0] ?? {});
      const authoriser = name === undefined ? undefined : authorisers.get(name);
      if (name !== undefined && !authoriser)
        throw new StartRefusal(
          `${method} ${resource} names the security scheme ${name}, which has no authoriser.`,
        );
      return {
        method: method === 'x-amazon-apigateway-any-method' ? 'ANY' : method.toUpperCase(),
        resource,
        functionArn: integration.uri,
        timeoutMillis: integration.timeoutInMillis,
        authoriser,
      };
    }),
  );
