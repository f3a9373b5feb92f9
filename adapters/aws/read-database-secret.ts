import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';

/** What a secret of a database holds, in the form that RDS gives it; other members are ignored. */
const DatabaseSecret = z.object({ username: z.string(), password: z.string() });

const BOUNDS = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
} as const;

/** Reads user and password of a database by the ARN of their secret. */
export const readDatabaseSecret = async (secretId: string): Promise<z.infer<typeof DatabaseSecret>> => {
  const client = new SecretsManagerClient(BOUNDS);
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
    return DatabaseSecret.parse(JSON.parse(SecretString ?? ''));
  } finally {
    client.destroy();
  }
};
