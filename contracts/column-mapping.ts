import * as z from 'zod';
import { ImportFields } from './import-fields.ts';
import { shortText } from './text.ts';

const MOST_COLUMNS = 200;

/** Fields that a column of a source may be named for. */
export const MAPPABLE_FIELDS: readonly string[] = ['id', ...Object.keys(ImportFields.shape)];

/** Names columns of a source by the fields they hold: `{column: field}`; a field has one column at most. */
export const ColumnMapping = z
  .record(
    shortText.pipe(z.string().min(1)),
    z.enum(MAPPABLE_FIELDS, { error: `must be one of: ${MAPPABLE_FIELDS.join(', ')}` }),
  )
  .check(({ value, issues }) => {
    const columns = Object.entries(value);
    if (columns.length > MOST_COLUMNS)
      issues.push({ code: 'custom', message: `has more than ${MOST_COLUMNS} columns`, input: value });
    for (const [at, [column, field]] of columns.entries()) {
      const [first] = columns.slice(0, at).find(([, other]) => other === field) ?? [];
      if (first === undefined) continue;
      const message = `"${first}" is mapped to ${field} already`;
      issues.push({ code: 'custom', message, input: field, path: [column] });
    }
  });
export type ColumnMapping = z.infer<typeof ColumnMapping>;
