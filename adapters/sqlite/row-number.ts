import * as z from 'zod';

/**
 * The number of a passage's row. A bigint, since node:sqlite binds a number as a floating-point value, which FTS5
 * beside MATCH does not take for a rowid: it then answers with some other row.
 */
export const RowNumber = z.number().transform(BigInt);
