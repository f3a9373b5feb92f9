import * as z from 'zod';
import { JsonSchema } from './json-schema.ts';

const Content = z.record(z.string(), z.object({ schema: JsonSchema }));

/** A parameter of an operation. */
export const ApiParameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean().default(false),
  description: z.string().optional(),
  schema: JsonSchema,
});
export type ApiParameter = z.infer<typeof ApiParameter>;

const ApiResponse = z.looseObject({
  description: z.string(),
  headers: z.record(z.string(), z.looseObject({ description: z.string() })).default({}),
  content: Content.default({}),
});

/** One operation of the API. */
export const ApiOperation = z.looseObject({
  operationId: z.string(),
  tags: z.array(z.string()),
  summary: z.string(),
  description: z.string().optional(),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
  'x-permission': z.string().optional(),
  parameters: z.array(ApiParameter).default([]),
  requestBody: z.object({ required: z.literal(true), content: Content }).optional(),
  responses: z.record(z.string(), ApiResponse),
});
export type ApiOperation = z.infer<typeof ApiOperation>;

/** An OpenAPI 3.1 document, as far as ours go. */
export const ApiDescription = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post', 'put', 'delete']), ApiOperation)),
  components: z.looseObject({ schemas: z.record(z.string(), JsonSchema) }),
});
export type ApiDescription = z.infer<typeof ApiDescription>;

/** An operation with its method and path. */
export type ListedOperation = ApiOperation & { readonly method: string; readonly path: string };

/** Every operation, in the order of the document. */
export const listOperations = ({ paths }: ApiDescription): readonly ListedOperation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
