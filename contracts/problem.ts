import * as z from 'zod';

/** Codes of every refusal and fault that a client may see, a closed list. */
export const ProblemCode = z.enum([
  'malformed_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  'already_exists',
  'conflict',
  'source_expired',
  'version_mismatch',
  'payload_too_large',
  'unsupported_media_type',
  'invalid_request',
  'limit_reached',
  'idempotency_key_in_use',
  'idempotency_key_reused',
  'throttled',
  'internal_error',
  'unavailable',
  'timeout',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** An error answer, `application/problem+json` (RFC 9457). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: ProblemCode,
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
