import type { Hasher } from '#core/ports/hasher.ts';

/** 44 bits: of ten thousand things of a day, two share a token once in a thousand years. */
const LENGTH = 11;

/** Stands for a record in the books: it says nothing of it, and two tenants never share one. */
export const noteToken = (hasher: Hasher, tenant: string, id: string): string =>
  hasher.sha256(JSON.stringify([tenant, id])).slice(0, LENGTH);
