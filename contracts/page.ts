import * as z from 'zod';

/** Most items of a page. */
const MOST_ITEMS = 200;
const USUAL_ITEMS = 50;

/** `?limit=`, a decimal number from 1 to 200. */
const PageLimit = z
  .string()
  .regex(/^\d{1,3}$/, 'not a whole number')
  .transform(Number)
  .pipe(z.int().min(1).max(MOST_ITEMS));

/** The query parameters of every list. */
export const pageQuery = {
  limit: PageLimit.default(USUAL_ITEMS).meta({
    override: { type: 'integer', minimum: 1, maximum: MOST_ITEMS, default: USUAL_ITEMS, pattern: undefined },
  }),
  cursor: z.string().max(4_000).optional(),
} as const;

/** `?full=true` of a list whose items leave out their long texts otherwise. */
export const fullQuery = {
  full: z
    .enum(['true', 'false'])
    .default('false')
    .transform((full) => full === 'true'),
} as const;

/** A page of a list as the API answers it; `next_cursor` is null on the last one. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() });
