import type { AuthorizationCodes } from './authorization-code.ts';
import type { Client } from './client.ts';
import type { SigningKey } from './open-signing-key.ts';

/** The user pool that the issuer serves. */
export type Pool = {
  readonly issuer: string;
  readonly clients: ReadonlyMap<string, Client>;
  readonly key: SigningKey;
  readonly codes: AuthorizationCodes;
  readonly now: () => Date;
  readonly newId: () => string;
};
