import type { Principal } from '#contracts/principal.ts';
import { DomainError } from '#core/domain-error.ts';
import type { PrincipalStore } from '#core/ports/principal-store.ts';
import type { TokenVerifier } from '#core/ports/token-verifier.ts';

export type IdentifyCallerDeps = { tokens: TokenVerifier; principals: PrincipalStore };

const BEARER = /^Bearer +(\S+) *$/i;

/** The principal behind an Authorization header: no valid token is `unauthenticated`, a token of nobody we know `forbidden`. */
export const identifyCaller =
  ({ tokens, principals }: IdentifyCallerDeps) =>
  async (authorization: string): Promise<Principal> => {
    const token = BEARER.exec(authorization)?.[1];
    const subject = token === undefined ? undefined : await tokens.subjectOf(token);
    if (subject === undefined) throw new DomainError('unauthenticated', 'a valid access token is required');
    const principal = await principals.find(subject);
    if (!principal || principal.disabled)
      throw new DomainError('forbidden', 'the token belongs to no active principal');
    return principal;
  };
