import type { JsonSchema } from '../json-schema.ts';
import { escapeHtml, sentence } from './html.ts';

const REFERENCE = '#/components/schemas/';

/** A schema in a few words, with links to the named ones. */
export const typeHtml = (schema: JsonSchema): string => {
  if (schema.$ref !== undefined) {
    const name = escapeHtml(schema.$ref.replace(REFERENCE, ''));
    return `<a href="#schema-${name}">${name}</a>`;
  }
  if (schema.const !== undefined) return `<code>${escapeHtml(JSON.stringify(schema.const))}</code>`;
  if (schema.enum) return schema.enum.map((value) => `<code>${escapeHtml(value)}</code>`).join(' | ');
  if (schema.anyOf) return schema.anyOf.map(typeHtml).join(' | ');
  if (schema.type === 'array') return `list of ${typeHtml(schema.items ?? {})}`;
  if (typeof schema.additionalProperties === 'object' && !schema.properties)
    return `object of ${typeHtml(schema.additionalProperties)}`;
  return [schema.type ?? 'anything'].flat().join(' | ');
};

/** The bounds of a schema, e.g. `at most 500 characters, default 10`. */
export const boundsOf = (schema: JsonSchema): string => {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
  return [
    minLength !== undefined && `at least ${minLength} characters`,
    maxLength !== undefined && `at most ${maxLength.toLocaleString('en')} characters`,
    minItems !== undefined && `at least ${minItems} items`,
    maxItems !== undefined && `at most ${maxItems.toLocaleString('en')} items`,
    minimum !== undefined && `from ${minimum.toLocaleString('en')}`,
    maximum !== undefined && `to ${maximum.toLocaleString('en')}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ]
    .filter((bound) => bound !== false)
    .join(', ');
};

type Row = {
  readonly name: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly note?: string;
};

/** A table of fields or parameters. */
export const rowsHtml = (caption: string, rows: readonly Row[]): string =>
  rows.length === 0
    ? ''
    : `<table><caption>${escapeHtml(caption)}</caption><thead><tr><th scope="col">name</th><th scope="col">type</th><th scope="col">what it says</th></tr></thead><tbody>${rows.map(rowHtml).join('')}</tbody></table>`;

const rowHtml = ({ name, required, schema, note = schema.description ?? '' }: Row): string => {
  const bounds = boundsOf(schema);
  return `<tr><th scope="row"><code>${escapeHtml(name)}</code>${required ? ' <em>required</em>' : ''}</th><td>${typeHtml(schema)}</td><td>${sentence(note)}${bounds === '' ? '' : ` <small>${escapeHtml(bounds)}</small>`}${innerHtml(schema)}</td></tr>`;
};

/** Objects that have no name of their own are told where they stand. */
const innerHtml = (schema: JsonSchema): string => {
  const inner = schema.properties ? schema : schema.items;
  return inner?.properties ? fieldsHtml('Its fields', inner) : '';
};

/** The fields of an object as a table; anything else in words. */
export const fieldsHtml = (caption: string, schema: JsonSchema): string => {
  if (!schema.properties) return `<p>${typeHtml(schema)} <small>${escapeHtml(boundsOf(schema))}</small></p>`;
  const { properties, required = [] } = schema;
  return rowsHtml(
    caption,
    Object.entries(properties).map(([name, field]) => ({
      name,
      required: required.includes(name),
      schema: field,
    })),
  );
};
