import type { JsonSchema } from '#lib/openapi/json-schema.ts';
import type { Chance } from './chance.ts';
import { ODD_TEXTS, WORDS } from './odd-texts.ts';

/** What values are drawn with: the document's components, and values that the server has given, by field name. */
export type Drawing = {
  readonly chance: Chance;
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly known: (field: string) => readonly string[];
};

const DATES = ['2026-03-01', '2025-12-24T18:00:00Z', '2024-02-29 12:00', '1999-01-01T00:00:00.123+02:00'];

/** A value that a schema allows, at its bounds more often than between them; `field` is the name it goes by. */
export const drawValue = (schema: JsonSchema, field: string, drawing: Drawing, depth = 0): unknown => {
  const { chance } = drawing;
  if (schema.$ref !== undefined) return drawValue(resolve(schema.$ref, drawing), field, drawing, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return chance.pick(schema.enum);
  if (schema.anyOf)
    return drawValue(
      chance.pick(depth > 6 ? schema.anyOf.slice(0, 1) : schema.anyOf),
      field,
      drawing,
      depth + 1,
    );
  const type = Array.isArray(schema.type) ? chance.pick(schema.type) : schema.type;
  switch (type) {
    case 'string':
      return drawText(schema, field, drawing);
    case 'integer':
    case 'number':
      return drawNumber(schema, type, chance);
    case 'boolean':
      return chance.happens(0.5);
    case 'null':
      return null;
    case 'array':
      return drawArray(schema, field, drawing, depth);
    case 'object':
      return drawObject(schema, drawing, depth);
    case undefined:
    default:
      return chance.pick([null, 1, 'x', [], {}, { id: 'a', title: 't' }]);
  }
};

const resolve = (reference: string, { schemas }: Drawing): JsonSchema =>
  schemas[reference.replace('#/components/schemas/', '')]!;

const drawText = (schema: JsonSchema, field: string, drawing: Drawing): string => {
  const { chance } = drawing;
  const known = drawing.known(field);
  if (known.length > 0 && chance.happens(0.6)) return chance.pick(known);
  if (schema.description?.startsWith('ISO 8601') && chance.happens(0.8)) return chance.pick(DATES);
  const { minLength = 0, maxLength = 50 } = schema;
  // Texts of 100,000 characters are drawn, but not by the thousand.
  const length = chance.happens(maxLength > 1_000 ? 0.01 : 0.1)
    ? maxLength
    : chance.whole(minLength, Math.min(maxLength, 60));
  let text = '';
  while (text.length < length)
    text += `${chance.happens(0.8) ? chance.pick(WORDS) : chance.pick(ODD_TEXTS)} `;
  text = text.slice(0, length).toWellFormed();
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(text))
    // oxlint-disable-next-line no-control-regex -- they are what ids must not hold
    text = text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, 'x');
  return text;
};

const drawNumber = (schema: JsonSchema, type: 'integer' | 'number', chance: Chance): number => {
  const { minimum = -1_000, maximum = 1_000 } = schema;
  const between = minimum + chance.next() * (maximum - minimum);
  return chance.pick([minimum, maximum, type === 'integer' ? Math.round(between) : between]);
};

const drawArray = (schema: JsonSchema, field: string, drawing: Drawing, depth: number): unknown[] => {
  const { minItems = 0, maxItems = 4, items = {} } = schema;
  const { chance } = drawing;
  const length = chance.happens(0.02)
    ? Math.min(maxItems, 50)
    : chance.whole(minItems, Math.max(minItems, Math.min(maxItems, 3)));
  return Array.from({ length: depth > 6 ? minItems : length }, () =>
    drawValue(items, field, drawing, depth + 1),
  );
};

const drawObject = (schema: JsonSchema, drawing: Drawing, depth: number): Record<string, unknown> => {
  const { properties = {}, required = [], additionalProperties } = schema;
  const { chance } = drawing;
  const share = chance.pick([0, 0.2, 0.5, 1]);
  const given = Object.entries(properties).filter(
    ([name]) => required.includes(name) || chance.happens(share),
  );
  const drawn = given.map(([name, part]) => [name, drawValue(part, name, drawing, depth + 1)]);
  const more =
    typeof additionalProperties === 'object' && depth < 5
      ? Array.from({ length: chance.whole(0, 3) }, (_, n) => [
          `k${n}`,
          drawValue(additionalProperties, 'attribute', drawing, depth + 1),
        ])
      : [];
  return Object.fromEntries([...drawn, ...more]);
};
