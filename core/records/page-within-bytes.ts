import type { RecordPage } from '#core/ports/record-store.ts';
import type { LivingRow } from './stored-row.ts';

/** Most bytes of a page's records; Lambda and API Gateway end answers at 6 MB and 10 MB. */
const MOST_BYTES = 4 * 1024 * 1024;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** A page cut before the record that would take it over 4 MiB; the first always stays, so that lists go on. */
export const pageWithinBytes = <Row extends LivingRow>(page: RecordPage<Row>): RecordPage<Row> => {
  let bytes = 0;
  const over = page.rows.findIndex(({ content }, at) => {
    bytes += bytesOf(content);
    return at > 0 && bytes > MOST_BYTES;
  });
  if (over < 0) return page;
  const rows = page.rows.slice(0, over);
  const last = rows.at(-1);
  return { rows, next: last && { updatedAt: last.updatedAt, id: last.id } };
};
