import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import type { TokenVerifier } from '#core/ports/token-verifier.ts';

/** Key sets are fetched within this many milliseconds. */
const FETCH_MS = 3_000;

/** What `jose` throws when the key set cannot be had; everything else of its errors speaks of the token. */
const isFault = (error: unknown): boolean =>
  !(error instanceof errors.JOSEError) ||
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

/**
 * Verifies access tokens (RS256) against the keys of an OIDC issuer, kept and refreshed as its key ids change.
 * Cognito's access tokens carry no audience; `token_use` tells them from identity tokens
 * (docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html).
 */
export const jwksTokenVerifier = (issuer: string): TokenVerifier => {
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), { timeoutDuration: FETCH_MS });
  return {
    async subjectOf(token) {
      try {
        const { payload } = await jwtVerify(token, keys, {
          issuer,
          algorithms: ['RS256'],
          requiredClaims: ['exp', 'sub'],
        });
        return payload['token_use'] === 'access' ? payload.sub : undefined;
      } catch (error) {
        if (isFault(error)) throw error;
        return undefined;
      }
    },
  };
};
