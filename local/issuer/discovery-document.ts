/** Ways to get a token here. */
export const GRANT_TYPES: readonly string[] = ['client_credentials', 'authorization_code'];

/** The one scope that tokens carry. */
export const SCOPE = 'caselore/api';

/** What an OpenID Connect issuer says of itself (OpenID Connect Discovery 1.0). */
export const discoveryDocument = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/oauth2/authorize`,
  token_endpoint: `${issuer}/oauth2/token`,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code'],
  grant_types_supported: GRANT_TYPES,
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: [SCOPE],
  token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
  code_challenge_methods_supported: ['S256'],
});
