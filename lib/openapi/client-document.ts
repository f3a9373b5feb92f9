import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { components } from '#contracts/operations/components.ts';
import type { AnswerContract, OperationContract } from '#contracts/operations/operation-contract.ts';
import { operations } from '#contracts/operations/operations.ts';
import { Problem } from '#contracts/problem.ts';
import { routes } from '#contracts/routes.ts';
import type { Route } from '#contracts/route.ts';
import { ApiDescription } from './api-description.ts';
import { problemAnswers } from './problem-answers.ts';
import { schemaOverride } from './schema-override.ts';
import { tidyComponents } from './tidy-components.ts';

/** The OpenAPI 3.1 document for clients: every route under `/api/v1`, in the schemas that check requests. */
export const clientDocument = (baseUrl: string): ApiDescription =>
  ApiDescription.parse(tidyComponents(created(baseUrl)));

const created = (baseUrl: string) =>
  createDocument(
    {
      openapi: '3.1.0',
      info: {
        title: 'Caselore',
        version: '1',
        description:
          'Turns support cases into a searchable knowledge base. JSON in snake_case, times in ISO 8601 UTC, errors as problem+json (RFC 9457) with a stable `code`.',
      },
      servers: [{ url: baseUrl }],
      paths: paths(),
      components: {
        schemas: { ...components },
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer', description: 'An access token (JWT) of the issuer' },
        },
      },
    },
    { override: schemaOverride, allowEmptySchema: { custom: true }, cycles: 'ref' },
  );

const paths = (): ZodOpenApiPathsObject => {
  const byPath: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    if (!route.path.startsWith('/api/v1/')) continue;
    byPath[route.path] = {
      ...byPath[route.path],
      [route.method.toLowerCase()]: operation(route, operations[route.operationId]),
    };
  }
  return byPath;
};

const operation = (route: Route, contract: OperationContract): ZodOpenApiOperationObject => ({
  operationId: route.operationId,
  tags: [contract.tag],
  summary: contract.summary,
  ...(contract.description !== undefined && { description: contract.description }),
  ...(route.permission !== 'public' && {
    security: [{ bearer: [] }],
    'x-permission': route.permission,
  }),
  requestParams: {
    ...(contract.path && { path: contract.path }),
    ...(contract.query && { query: contract.query }),
    ...(contract.headers && { header: contract.headers }),
  },
  ...(contract.body && {
    requestBody: { required: true, content: { 'application/json': { schema: contract.body } } },
  }),
  responses: responses(route, contract),
});

const REQUEST_ID = 'Names the request in the logs';

const headers = (described: Readonly<Record<string, string>> = {}) =>
  z.object(
    Object.fromEntries(
      Object.entries({ 'x-request-id': REQUEST_ID, ...described }).map(([name, description]) => [
        name,
        z.string().meta({ description }),
      ]),
    ),
  );

type Answer = {
  readonly description: string;
  readonly headers: ReturnType<typeof headers>;
  readonly content?: Readonly<Record<string, { schema: z.ZodType }>>;
};

/** A status may have two answers: the gateway's 503 is a problem, that of the readiness says what is not ready. */
const responses = (route: Route, contract: OperationContract): ZodOpenApiResponsesObject => {
  const all = new Map<string, Answer>(problems(route, contract));
  for (const [status, one] of Object.entries(contract.answers)) {
    const [problem, own] = [all.get(status), answer(one)];
    const both = {
      ...own,
      description: `${own.description}. ${problem?.description}`,
      content: { ...own.content, ...problem?.content },
    };
    all.set(status, problem ? both : own);
  }
  return Object.fromEntries(all);
};

const answer = ({
  description,
  body,
  mediaType = 'application/json',
  headers: described,
}: AnswerContract): Answer => ({
  description,
  headers: headers(described),
  ...(body && { content: { [mediaType]: { schema: body } } }),
});

const problems = (route: Route, contract: OperationContract): readonly (readonly [string, Answer])[] =>
  [...problemAnswers(route, contract)].map(([status, codes]) => [
    String(status),
    {
      description: `Problem: ${codes.map((code) => `\`${code}\``).join(', ')}`,
      headers: headers(),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ]);
