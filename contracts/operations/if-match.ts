import * as z from 'zod';

/** The header by which a change names the version that it rests on. */
export const IfMatch = z.object({
  'if-match': z.string().optional().meta({ description: 'The `etag` that the change rests on, or `*`' }),
});
