import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoPrincipalStore } from '#adapters/aws/dynamo-principal-store.ts';
import { jwksTokenVerifier } from '#adapters/oidc/jwks-token-verifier.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { createHandler } from './handler.ts';

const env = readEnv({ ISSUER_URL: z.url(), PRINCIPALS_TABLE: z.string() });

export const handler = createHandler({
  tokens: jwksTokenVerifier(env.ISSUER_URL),
  principals: dynamoPrincipalStore(documentClient(), env.PRINCIPALS_TABLE),
});
