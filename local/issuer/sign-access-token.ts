import { SignJWT } from 'jose';
import type { Pool } from './pool.ts';

/** Life of an access token, seconds. */
export const TOKEN_SECONDS = 3600;

/** What a token says; `subject` differs from `clientId` when a person signed in. */
export type Grant = { readonly subject: string; readonly clientId: string; readonly scope: string };

/** Signs an access token with the claims of Cognito's. */
export const signAccessToken = async (
  { subject, clientId, scope }: Grant,
  { issuer, key, now, newId }: Pool,
): Promise<string> => {
  const seconds = Math.floor(now().getTime() / 1000);
  return new SignJWT({ token_use: 'access', client_id: clientId, scope, auth_time: seconds, version: 2 })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid })
    .setIssuer(issuer)
    .setSubject(subject)
    .setJti(newId())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + TOKEN_SECONDS)
    .sign(key.privateKey);
};
