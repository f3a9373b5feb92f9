import type { ProblemCode } from './problem.ts';

/** The HTTP status of every refusal; a new code does not compile until it stands here. */
export const STATUS: Record<ProblemCode, number> = {
  malformed_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  already_exists: 409,
  conflict: 409,
  source_expired: 409,
  version_mismatch: 412,
  payload_too_large: 413,
  unsupported_media_type: 415,
  invalid_request: 422,
  limit_reached: 409,
  idempotency_key_in_use: 409,
  idempotency_key_reused: 422,
  throttled: 429,
  internal_error: 500,
  unavailable: 503,
  timeout: 504,
};
