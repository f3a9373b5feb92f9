import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import * as z from 'zod';

const PrivateKey = z.object({
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  d: z.string(),
  p: z.string(),
  q: z.string(),
  dp: z.string(),
  dq: z.string(),
  qi: z.string(),
});

/** An RS256 key pair: what signs, and what verifiers may see. */
export type SigningKey = {
  readonly kid: string;
  readonly privateKey: Awaited<ReturnType<typeof importJWK>>;
  readonly publicJwk: {
    readonly kid: string;
    readonly kty: string;
    readonly alg: string;
    readonly use: string;
    readonly n: string;
    readonly e: string;
  };
};

/** Reads the key of a file; makes one when there is none, so that tokens outlive a restart. */
export const openSigningKey = async (file: string): Promise<SigningKey> => {
  if (!existsSync(file)) await makeKey(file);
  const jwk = PrivateKey.parse(JSON.parse(await readFile(file, 'utf8')));
  const kid = await calculateJwkThumbprint(jwk);
  return {
    kid,
    privateKey: await importJWK(jwk, 'RS256'),
    publicJwk: { kid, kty: jwk.kty, alg: 'RS256', use: 'sig', n: jwk.n, e: jwk.e },
  };
};

const makeKey = async (file: string): Promise<void> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.new`;
  await writeFile(unfinished, JSON.stringify(await exportJWK(privateKey)));
  await chmod(unfinished, 0o600);
  await rename(unfinished, file);
};
