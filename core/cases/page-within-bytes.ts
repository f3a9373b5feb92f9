import type { CasePage } from '#core/ports/case-store.ts';

/** Most bytes of a page's cases; Lambda and API Gateway end answers at 6 MB and 10 MB. */
const MOST_BYTES = 4 * 1024 * 1024;

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** A page cut before the case that would take it over 4 MiB; the first case always stays, so that lists go on. */
export const pageWithinBytes = (page: CasePage): CasePage => {
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
