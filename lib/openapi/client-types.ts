import { compile } from 'json-schema-to-typescript';
import { type ApiDescription, listOperations, type ListedOperation } from './api-description.ts';

type Schema = { readonly [keyword: string]: unknown };

const BANNER = '// Made from the OpenAPI document by `npm run client`; changes here are lost.\n';
/** What the compiler says of each component and nobody needs. */
const NOISE =
  / \*\n(?= \* This interface)| \* This interface was referenced by `Operations`'s JSON-Schema\n \* via the `definition` "\w+"\.\n/g;

/** The source of `client/operations.ts`: a type of each component, of each operation, and where operations live. */
export const clientTypes = async (document: ApiDescription): Promise<string> => {
  const operations = listOperations(document);
  const definitions = JSON.stringify(document.components.schemas).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  );
  const types = await compile(
    { ...operationTypes(operations), $defs: JSON.parse(definitions) },
    'Operations',
    {
      additionalProperties: false,
      bannerComment: '',
      ignoreMinAndMaxItems: true,
      style: { singleQuote: true, printWidth: 110 },
      unreachableDefinitions: true,
    },
  );
  return `${BANNER}\n${types.replaceAll(NOISE, '').replaceAll('/**\n */\n', '')}\n${places(operations)}`;
};

const object = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

const operationTypes = (operations: readonly ListedOperation[]) => ({
  type: 'object' as const,
  additionalProperties: false,
  required: operations.map(({ operationId }) => operationId),
  properties: Object.fromEntries(operations.map((one) => [one.operationId, local(operationType(one))])),
});

/** References as the compiler follows them. */
const local = (schema: Schema): Schema =>
  JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/'));

const operationType = (operation: ListedOperation): Schema => ({
  ...object({ request: requestType(operation), answer: answerType(operation) }, ['request', 'answer']),
  description: operation.summary,
});

const LOCATIONS = { path: 'path', query: 'query', header: 'headers' } as const;

const requestType = ({ parameters, requestBody }: ListedOperation): Schema => {
  const parts: Record<string, Schema> = {};
  const required: string[] = [];
  for (const [location, name] of Object.entries(LOCATIONS)) {
    const here = parameters.filter((parameter) => parameter.in === location);
    const needed = here.filter((parameter) => parameter.required).map((parameter) => parameter.name);
    if (here.length === 0) continue;
    parts[name] = object(Object.fromEntries(here.map((one) => [one.name, one.schema])), needed);
    if (needed.length > 0) required.push(name);
  }
  const body = requestBody?.content['application/json']?.schema;
  return body ? object({ ...parts, body }, [...required, 'body']) : object(parts, required);
};

const answerType = ({ responses }: ListedOperation): Schema => {
  const bodies = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([, { content }]) => Object.values(content)[0]?.schema ?? { tsType: 'undefined' });
  const different = [...new Map(bodies.map((body) => [JSON.stringify(body), body])).values()];
  return different.length === 1 ? { ...different[0] } : { anyOf: different };
};

const places = (operations: readonly ListedOperation[]): string => {
  const lines = operations.map(
    ({ operationId, method, path }) => `  ${operationId}: { method: '${method}', path: '${path}' },\n`,
  );
  return `/** Where each operation lives. */\nexport const PLACES = {\n${lines.join('')}} as const satisfies Record<keyof Operations, { method: string; path: string }>;\n`;
};
