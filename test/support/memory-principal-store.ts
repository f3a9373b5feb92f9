import type { Principal } from '#contracts/principal.ts';
import type { PrincipalStore } from '#core/ports/principal-store.ts';

/** Principals in memory, a twin of the table for unit tests. */
export const memoryPrincipalStore = (principals: readonly Principal[]): PrincipalStore => ({
  find: async (subject) => principals.find((principal) => principal.subject === subject),
});
