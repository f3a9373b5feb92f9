import { describe, expect, it } from 'vitest';
import { operations } from '#contracts/operations/operations.ts';
import { STATUS } from '#contracts/problem-status.ts';
import { routes } from '#contracts/routes.ts';
import { listOperations } from '#lib/openapi/api-description.ts';
import { clientDocument } from '#lib/openapi/client-document.ts';

const document = clientDocument('https://api.example');
const listed = listOperations(document);
const schemas = document.components.schemas;

describe('clientDocument', () => {
  it('holds exactly the routes under /api/v1', () => {
    const wanted = routes.filter(({ path }) => path.startsWith('/api/v1/'));

    expect(listed.map(({ method, path, operationId }) => ({ method, path, operationId }))).toEqual(
      expect.arrayContaining(wanted.map(({ method, path, operationId }) => ({ method, path, operationId }))),
    );
    expect(listed).toHaveLength(wanted.length);
    expect(Object.keys(operations)).toHaveLength(routes.length);
  });

  it('names the base URL and the version of OpenAPI', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', servers: [{ url: 'https://api.example' }] });
  });

  it('asks for a token wherever the route does', () => {
    for (const { operationId, security } of listed) {
      const route = routes.find((one) => one.operationId === operationId);
      expect(security).toEqual(route?.permission === 'public' ? undefined : [{ bearer: [] }]);
    }
  });

  it.each(listed.map((operation) => [operation.operationId, operation] as const))(
    '%s declares its path, a success and its problems',
    (_, { path, parameters, responses, requestBody, security }) => {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      const statuses = Object.keys(responses);

      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
      expect(statuses.some((status) => status.startsWith('2'))).toBe(true);
      expect(statuses).toEqual(expect.arrayContaining(['400', '429', '500']));
      expect(statuses.includes('401')).toBe(security !== undefined);
      // A key that is used again with another request is 422 as well.
      const takesKey = parameters.some(({ name }) => name === 'idempotency-key');
      expect(statuses.includes('422')).toBe(requestBody !== undefined || takesKey);
      for (const [status, { content }] of Object.entries(responses).filter(([one]) => one >= '400'))
        expect([status, content['application/problem+json']?.schema]).toEqual([
          status,
          { $ref: '#/components/schemas/Problem' },
        ]);
    },
  );

  it('documents each code under the status that it is answered with', () => {
    for (const { responses } of listed)
      for (const [status, { description }] of Object.entries(responses))
        for (const [, code = ''] of description.matchAll(/`(\w+)`/g))
          expect([code, STATUS[code as keyof typeof STATUS]]).toEqual([code, Number(status)]);
  });

  it('says the limits that the schemas check', () => {
    expect(schemas['NewCase']).toMatchObject({
      additionalProperties: false,
      properties: {
        id: { minLength: 1, maxLength: 200 },
        title: { maxLength: 500 },
        description: { maxLength: 100_000 },
        tags: { maxItems: 50, items: { maxLength: 200 } },
      },
    });
    expect(schemas['HybridSearch']).toMatchObject({
      required: ['query'],
      properties: {
        query: { minLength: 1, maxLength: 1000 },
        limit: { minimum: 1, maximum: 100, default: 10 },
      },
    });
    const limit = listed
      .find(({ operationId }) => operationId === 'listCases')
      ?.parameters.find(({ name }) => name === 'limit');
    expect(limit?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 200, default: 50 });
  });

  it('has the closed list of reasons and of codes', () => {
    expect(schemas['RejectionCode']?.enum).toContain('duplicate_id');
    expect(schemas['ProblemCode']?.enum).toEqual(Object.keys(STATUS));
  });

  it('refers to components that are there and has none that nobody refers to', () => {
    const referred = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      ([, name]) => name!,
    );

    expect(new Set(referred)).toEqual(new Set(Object.keys(schemas)));
    expect(Object.keys(schemas).filter((name) => /Output$|^__/.test(name))).toEqual([]);
  });

  it('leaves answers open for further fields, and closes requests', () => {
    expect(schemas['Case']).not.toHaveProperty('additionalProperties');
    expect(schemas['CaseReplacement']).toMatchObject({ additionalProperties: false });
  });
});
