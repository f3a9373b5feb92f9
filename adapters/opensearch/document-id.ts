import { createHash } from 'node:crypto';
import type { PassageKey } from '#core/search/passage.ts';

/** The `_id` of a passage: base64url(SHA-256(tenant, kind, id)), for an id of ours may be longer than an `_id`, or hold a slash. */
export const documentId = (tenant: string, { kind, id }: PassageKey): string =>
  createHash('sha256')
    .update(JSON.stringify([tenant, kind, id]))
    .digest('base64url');
