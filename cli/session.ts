import { type Client, createClient } from '#client/create-client.ts';
import { lastingToken } from './fetch-token.ts';
import type { Profile } from './profile.ts';

/** A Caselore, ready to be called. */
export type Session = {
  readonly profile: Profile;
  readonly client: Client;
  readonly token: () => Promise<string>;
};

/** Opens a session; the first call gets a token. */
export const openSession = (profile: Profile, signal: AbortSignal): Session => {
  const token = lastingToken(profile, signal);
  return { profile, token, client: createClient({ baseUrl: profile.url, token, signal }) };
};
