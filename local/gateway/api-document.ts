import * as z from 'zod';

/** Limit of an integration, ms; a document may ask for less (API Gateway quotas). */
const INTEGRATION_TIMEOUT = 29_000;

const FunctionUri = z
  .string()
  .regex(/^arn:aws:apigateway:[^:]+:lambda:path\/2015-03-31\/functions\/[^/]+\/invocations$/)
  .transform((uri) => uri.split('/functions/')[1]?.split('/')[0] ?? uri);

const Integration = z.object({
  type: z.string().toLowerCase().pipe(z.literal('aws_proxy')),
  httpMethod: z.string().toUpperCase().pipe(z.literal('POST')),
  uri: FunctionUri,
  timeoutInMillis: z.coerce.number().int().min(50).max(INTEGRATION_TIMEOUT).default(INTEGRATION_TIMEOUT),
});

/** One method of one path. */
const Operation = z.looseObject({
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  'x-amazon-apigateway-integration': Integration,
  // These would make the gateway check requests, which the laptop form does not.
  'x-amazon-apigateway-request-validator': z.undefined().optional(),
});

const Authoriser = z.object({
  type: z.literal('request'),
  authorizerUri: FunctionUri,
  identitySource: z
    .string()
    .transform((sources) => sources.split(',').map((source) => source.trim()))
    .pipe(z.array(z.string().startsWith('method.request.header.')).min(1))
    .transform((sources) => sources.map((source) => source.slice('method.request.header.'.length))),
  authorizerResultTtlInSeconds: z.coerce.number().int().min(0).max(3600).default(300),
});

const GatewayResponse = z.strictObject({
  statusCode: z.coerce.number().int().min(400).max(599).optional(),
  responseParameters: z.record(z.string().startsWith('gatewayresponse.header.'), z.string()).default({}),
  responseTemplates: z.record(z.string(), z.string()).default({}),
});

const METHODS = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'x-amazon-apigateway-any-method',
] as const;

/** The part of an API Gateway OpenAPI document that decides how requests are answered. */
export const ApiDocument = z.looseObject({
  openapi: z.string().startsWith('3.0'),
  paths: z.record(z.string().startsWith('/'), z.partialRecord(z.enum(METHODS), Operation)),
  security: z.undefined().optional(),
  components: z
    .looseObject({
      securitySchemes: z
        .record(
          z.string(),
          z.looseObject({
            'x-amazon-apigateway-authtype': z.literal('custom'),
            'x-amazon-apigateway-authorizer': Authoriser,
          }),
        )
        .default({}),
    })
    .default({ securitySchemes: {} }),
  'x-amazon-apigateway-binary-media-types': z.array(z.string()).default([]),
  'x-amazon-apigateway-gateway-responses': z.record(z.string(), GatewayResponse).default({}),
  'x-amazon-apigateway-request-validator': z.undefined().optional(),
});
export type ApiDocument = z.infer<typeof ApiDocument>;

/** A gateway response as the document declares it. */
export type DeclaredGatewayResponse = z.infer<typeof GatewayResponse>;
