import type { ColumnMapping } from '#contracts/column-mapping.ts';
import { MAPPABLE_FIELDS } from '#contracts/column-mapping.ts';

/** Tells which field a column of a source holds; undefined when it holds none and becomes an attribute. */
export type FieldOfColumn = (column: string) => string | undefined;

/** Columns are fields by their own name, unless the mapping gives the column, or the field, to another. */
export const columnFields = (mapping: ColumnMapping = {}): FieldOfColumn => {
  const fields = new Map(MAPPABLE_FIELDS.map((field) => [field, field]));
  for (const field of Object.values(mapping)) fields.delete(field);
  for (const [column, field] of Object.entries(mapping)) fields.set(column, field);
  return (column) => fields.get(column);
};

/** The column that holds the id. */
export const idColumnOf = (mapping: ColumnMapping = {}): string =>
  Object.entries(mapping).find(([, field]) => field === 'id')?.[0] ?? 'id';
