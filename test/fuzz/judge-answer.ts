import * as z from 'zod';
import type { ApiDescription } from '#lib/openapi/api-description.ts';
import type { FuzzedOperation } from './fuzzed-operations.ts';
import type { RawAnswer } from './http-exchange.ts';

/** Says what is wrong with an answer; nothing when it is as documented. */
export type Judge = (operation: FuzzedOperation, answer: RawAnswer) => readonly string[];

const REFERENCE = '#/components/schemas/';

/** A schema that allows exactly what is documented: a field more is a finding. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { default: _default, ...rest } = schema as Record<string, unknown>;
  const entries = Object.entries(rest).map(([name, part]) => [
    name,
    typeof part === 'string' ? part.replace(REFERENCE, '#/$defs/') : closed(part),
  ]);
  const all: Record<string, unknown> = Object.fromEntries(entries);
  const isObject = all['type'] === 'object' && typeof all['properties'] === 'object';
  return isObject && !('additionalProperties' in all) ? { ...all, additionalProperties: false } : all;
};

/** Judges answers by a document: status, media type, headers, body to the last field. */
export const answerJudge = ({ components }: ApiDescription): Judge => {
  const $defs = closed(components.schemas);
  const validators = new Map<string, z.ZodType>();
  const validatorOf = (schema: unknown): z.ZodType => {
    const key = JSON.stringify(schema);
    const known = validators.get(key);
    if (known) return known;
    const made = z.fromJSONSchema({ $defs, ...(closed(schema) as object) } as never);
    validators.set(key, made);
    return made;
  };
  const judgeBody = (schema: unknown, mediaType: string, body: Buffer): readonly string[] => {
    if (!mediaType.includes('json')) return body.length > 0 ? [] : ['an empty body'];
    const parsed = validatorOf(schema).safeParse(JSON.parse(body.toString()));
    return parsed.success ? [] : [`body: ${z.prettifyError(parsed.error)}`];
  };

  return (operation, answer) => {
    const { status, headers, body } = answer;
    const documented = operation.responses[String(status)];
    if (!documented) return [`status ${status} is not documented`];
    const wrong: string[] = status >= 500 ? [`status ${status}`] : [];
    for (const name of Object.keys(documented.headers))
      if (headers[name] === undefined) wrong.push(`header ${name} is missing`);
    if (operation.isLegacy && status < 300)
      for (const name of ['deprecation', 'sunset', 'link'])
        if (headers[name] === undefined) wrong.push(`header ${name} is missing on a legacy path`);
    const mediaType = (headers['content-type'] ?? '').split(';')[0]!;
    const content = documented.content[mediaType];
    if (content) wrong.push(...judgeBody(content.schema, mediaType, body));
    else if (Object.keys(documented.content).length > 0)
      wrong.push(`media type "${mediaType}" is not documented`);
    else if (body.length > 0) wrong.push('a body where none is documented');
    if (mediaType === 'application/problem+json') wrong.push(...judgeProblem(documented.description, answer));
    return wrong;
  };
};

const judgeProblem = (description: string, { status, body }: RawAnswer): readonly string[] => {
  const problem = JSON.parse(body.toString());
  return [
    ...(problem.status === status ? [] : [`the problem says ${problem.status}, the answer ${status}`]),
    ...(description.includes(`\`${problem.code}\``)
      ? []
      : [`code ${problem.code} is not documented for ${status}`]),
  ];
};
