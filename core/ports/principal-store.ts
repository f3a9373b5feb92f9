import type { Principal } from '#contracts/principal.ts';

/** Where principals live, by the subject of their tokens. Every implementation must pass test/contract/principal-store.contract.ts. */
export interface PrincipalStore {
  find(subject: string): Promise<Principal | undefined>;
}
