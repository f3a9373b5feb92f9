import { createHash } from 'node:crypto';
import type { Hasher } from '#core/ports/hasher.ts';

/** SHA-256 by the platform's own library. */
export const nodeHasher: Hasher = { sha256: (text) => createHash('sha256').update(text).digest('hex') };
