import type { Principal } from '#contracts/principal.ts';

/** Where principals live, by the subject of their tokens. */
export interface PrincipalStore {
  find(subject: string): Promise<Principal | undefined>;
}
