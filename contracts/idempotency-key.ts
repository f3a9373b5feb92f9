import * as z from 'zod';

/** A key of the client's choice under which one request is carried out once: 1–255 printable ASCII characters. */
const IdempotencyKey = z
  .string()
  .regex(/^[\x20-\x7e]{1,255}$/, 'must be 1 to 255 printable ASCII characters');

/** The header of operations that create or trigger. */
export const IdempotencyKeyHeader = z.object({
  'idempotency-key': IdempotencyKey.optional().meta({
    description:
      'Of your choice. For 24 hours the same request with the same key is answered as the first one was, with `idempotency-replayed: true`, and not carried out again.',
  }),
});
