import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { HttpAnswer } from '../gateway/http-answer.ts';
import type { LocalContext } from '../local-context.ts';
import { StartRefusal } from '../start-refusal.ts';
import { createAuthorizationCodes } from './authorization-code.ts';
import { authorizeEndpoint } from './authorize-endpoint.ts';
import type { Client } from './client.ts';
import { discoveryDocument } from './discovery-document.ts';
import { jsonAnswer } from './json-answer.ts';
import { OauthError } from './oauth-error.ts';
import { openSigningKey } from './open-signing-key.ts';
import type { Pool } from './pool.ts';
import { readIssuerRequest } from './read-issuer-request.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** Stands in for Cognito: an OpenID Connect issuer at the public address. */
export type Issuer = {
  /** Serves the clients of the assembly's one user pool. */
  servePool(clients: readonly Client[]): Promise<void>;
  /** Says whether a path is the issuer's. */
  owns(path: string): boolean;
  answer(request: IncomingMessage): Promise<HttpAnswer>;
};

type Dependencies = Pick<LocalContext, 'dataDirectory' | 'publicUrl' | 'now'> & {
  readonly newId: () => string;
};

/** Makes an issuer without a pool; its key is kept in the data directory. */
export const createIssuer = ({ dataDirectory, publicUrl, now, newId }: Dependencies): Issuer => {
  let pool: Pool | undefined;
  return {
    servePool: async (clients) => {
      if (pool)
        throw new StartRefusal(
          'The laptop form has one public address and serves one user pool; the assembly has more.',
        );
      pool = {
        issuer: publicUrl,
        clients: new Map(clients.map((client) => [client.client_id, client])),
        key: await openSigningKey(join(dataDirectory, 'issuer', 'signing-key.json')),
        codes: createAuthorizationCodes({ now, newId }),
        now,
        newId,
      };
    },
    owns: (path) => pool !== undefined && (path.startsWith('/oauth2/') || path.startsWith('/.well-known/')),
    answer: async (incoming) => {
      if (!pool) throw new Error('no user pool is served');
      try {
        return await route(pool, incoming);
      } catch (error) {
        if (error instanceof OauthError) return refusal(error, incoming);
        throw error;
      }
    },
  };
};

const route = async (pool: Pool, incoming: IncomingMessage): Promise<HttpAnswer> => {
  const request = await readIssuerRequest(incoming);
  switch (`${request.method} ${request.path}`) {
    case 'GET /.well-known/openid-configuration':
      return jsonAnswer(200, discoveryDocument(pool.issuer));
    case 'GET /.well-known/jwks.json':
      return jsonAnswer(200, { keys: [pool.key.publicJwk] });
    case 'POST /oauth2/token':
      return tokenEndpoint(pool, request);
    case 'GET /oauth2/authorize':
    case 'POST /oauth2/authorize':
      return authorizeEndpoint(pool, request);
    default:
      return jsonAnswer(404, {
        error: 'invalid_request',
        error_description: `There is no ${request.method} ${request.path}.`,
      });
  }
};

const refusal = (error: OauthError, { headers }: IncomingMessage): HttpAnswer => {
  const answer = jsonAnswer(error.status, { error: error.code, error_description: error.message });
  if (error.code !== 'invalid_client' || headers.authorization === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': 'Basic realm="caselore"' } };
};
