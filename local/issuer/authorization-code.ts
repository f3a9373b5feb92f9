import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { OauthError } from './oauth-error.ts';

/** Life of an authorization code, ms (RFC 6749 recommends 10 minutes at most). */
const CODE_MILLIS = 5 * 60_000;

/** A request to sign in (RFC 6749 section 4.1.1, RFC 7636); only loopback addresses are sent codes (RFC 8252). */
export const AuthorizationRequest = z.object({
  response_type: z.literal('code'),
  client_id: z.string().min(1),
  redirect_uri: z.url({ protocol: /^https?$/, hostname: /^(localhost|127\.0\.0\.1|\[::1\])$/ }),
  code_challenge: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  code_challenge_method: z.literal('S256'),
  scope: z.string().optional(),
  state: z.string().optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

type Waiting = { readonly request: AuthorizationRequest; readonly principal: string; readonly until: number };

/** Codes that wait to be exchanged for a token; each works once. */
export type AuthorizationCodes = {
  issue(request: AuthorizationRequest, principal: string): string;
  /** Throws {@link OauthError} unless the form has a fresh code of this client and its PKCE verifier. */
  redeem(form: ReadonlyMap<string, string>, clientId: string): { readonly principal: string };
};

/** Makes an empty set of codes. */
export const createAuthorizationCodes = ({
  now,
  newId,
}: {
  now: () => Date;
  newId: () => string;
}): AuthorizationCodes => {
  const codes = new LRUCache<string, Waiting>({ max: 1000 });
  return {
    issue: (request, principal) => {
      const code = newId();
      codes.set(code, { request, principal, until: now().getTime() + CODE_MILLIS });
      return code;
    },
    redeem: (form, clientId) => {
      const code = form.get('code');
      const verifier = form.get('code_verifier');
      if (code === undefined || verifier === undefined)
        throw new OauthError('invalid_request', 'code and code_verifier are required.');
      const waiting = codes.get(code);
      codes.delete(code);
      const valid =
        waiting !== undefined &&
        waiting.until > now().getTime() &&
        waiting.request.client_id === clientId &&
        waiting.request.redirect_uri === form.get('redirect_uri') &&
        waiting.request.code_challenge === createHash('sha256').update(verifier).digest('base64url');
      if (!valid)
        throw new OauthError('invalid_grant', 'The code is unknown, used, expired or not for this client.');
      return waiting;
    },
  };
};
