import type { HttpAnswer } from '../gateway/http-answer.ts';
import { AuthorizationRequest } from './authorization-code.ts';
import { checkScope } from './check-scope.ts';
import { NO_STORE } from './json-answer.ts';
import { OauthError } from './oauth-error.ts';
import type { Pool } from './pool.ts';
import type { IssuerRequest } from './read-issuer-request.ts';
import { signInPage } from './sign-in-page.ts';

/** Answers `/oauth2/authorize`: the sign-in page, then the way back with a code. Throws {@link OauthError}. */
export const authorizeEndpoint = (pool: Pool, { method, fields }: IssuerRequest): HttpAnswer => {
  const parsed = AuthorizationRequest.safeParse(Object.fromEntries(fields));
  if (!parsed.success || !pool.clients.has(parsed.data.client_id))
    throw new OauthError(
      'invalid_request',
      'The client is unknown, the redirect URI is not on this machine, or PKCE (S256) is missing.',
    );
  const request = parsed.data;
  checkScope(request.scope);
  const principal = fields.get('principal');
  if (method === 'GET' || principal === undefined) return html(signInPage(request, [...pool.clients.keys()]));
  if (!pool.clients.has(principal))
    throw new OauthError('invalid_request', 'There is no such demo principal.');

  const location = new URL(request.redirect_uri);
  location.searchParams.set('code', pool.codes.issue(request, principal));
  if (request.state !== undefined) location.searchParams.set('state', request.state);
  return { status: 302, headers: { ...NO_STORE, location: location.href }, body: Buffer.alloc(0) };
};

const html = (page: string): HttpAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ...NO_STORE },
  body: Buffer.from(page),
});
