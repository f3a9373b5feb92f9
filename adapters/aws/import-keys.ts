import { TenantId } from '#contracts/principal.ts';
import type { ImportKey } from '#core/imports/import-row.ts';

/** Numbers in keys have a fixed width, so that they sort as text. */
const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/** A segment's number in keys of rows and objects. */
export const segmentNumber = (segment: number): string => padded(segment, 7);

/** The partition of an import's rows: `tenant#id`. */
export const importPk = ({ tenant, id }: ImportKey): string => `${tenant}#${id}`;

/** Reads what `importPk` wrote. */
export const readImportPk = (pk: string): ImportKey => {
  const border = pk.indexOf('#');
  return { tenant: TenantId.parse(pk.slice(0, border)), id: pk.slice(border + 1) };
};

/** The sort key of the import's own row. */
export const IMPORT_SK = 'import';

/** The sort key of a segment's row. */
export const segmentSk = (segment: number): string => `segment#${segmentNumber(segment)}`;

/** What the sort keys of a segment's outcomes begin with. */
export const outcomesOf = (segment: number): string => `outcome#${segmentNumber(segment)}#`;

/** The sort key of a chunk's outcomes. */
export const outcomeSk = (segment: number, chunk: number): string =>
  `${outcomesOf(segment)}${padded(chunk, 3)}`;

/** The sort key of a row of rejections. */
export const rejectedSk = (row: number): string => `rejected#${padded(row, 7)}`;

/** The key of an import's own row. */
export const importKeyOf = (key: ImportKey) => ({ pk: importPk(key), sk: IMPORT_SK });
