import type { HttpAnswer } from '../gateway/http-answer.ts';
import { authenticateClient } from './authenticate-client.ts';
import { checkScope } from './check-scope.ts';
import type { Client } from './client.ts';
import { GRANT_TYPES, SCOPE } from './discovery-document.ts';
import { jsonAnswer } from './json-answer.ts';
import { OauthError } from './oauth-error.ts';
import type { Pool } from './pool.ts';
import type { IssuerRequest } from './read-issuer-request.ts';
import { type Grant, signAccessToken, TOKEN_SECONDS } from './sign-access-token.ts';

/** Answers `POST /oauth2/token`; throws {@link OauthError}. */
export const tokenEndpoint = async (
  pool: Pool,
  { authorization, fields }: IssuerRequest,
): Promise<HttpAnswer> => {
  const grantType = fields.get('grant_type');
  if (grantType === undefined) throw new OauthError('invalid_request', 'grant_type is required.');
  if (!GRANT_TYPES.includes(grantType))
    throw new OauthError('unsupported_grant_type', `grant_type must be one of ${GRANT_TYPES.join(', ')}.`);
  const client = authenticateClient(pool.clients, authorization, fields);
  const grant =
    grantType === 'client_credentials' ? ownGrant(client, fields) : codeGrant(pool, client, fields);
  return jsonAnswer(200, {
    access_token: await signAccessToken(grant, pool),
    token_type: 'Bearer',
    expires_in: TOKEN_SECONDS,
  });
};

const ownGrant = (client: Client, fields: ReadonlyMap<string, string>): Grant => {
  if (client.client_secret === undefined)
    throw new OauthError('unauthorized_client', 'A client without a secret has no token of its own.');
  checkScope(fields.get('scope'));
  return { subject: client.client_id, clientId: client.client_id, scope: SCOPE };
};

const codeGrant = (pool: Pool, client: Client, fields: ReadonlyMap<string, string>): Grant => ({
  subject: pool.codes.redeem(fields, client.client_id).principal,
  clientId: client.client_id,
  scope: SCOPE,
});
