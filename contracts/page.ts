import * as z from 'zod';

/** Most items of a page. */
const MOST_ITEMS = 200;

/** `?limit=`, a decimal number from 1 to 200. */
const PageLimit = z
  .string()
  .regex(/^\d{1,3}$/, 'not a whole number')
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_ITEMS));

/** The query parameters of every list. */
export const pageQuery = {
  limit: PageLimit.default(50),
  cursor: z.string().max(4_000).optional(),
} as const;

/** A page of a list as the API answers it; `next_cursor` is null on the last one. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });
