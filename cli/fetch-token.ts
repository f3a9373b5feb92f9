import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';
import type { Profile } from './profile.ts';

/** An access token as the issuer answers it (RFC 6749 section 5.1). */
export type Token = {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
};

const isToken = (value: unknown): value is Token =>
  typeof value === 'object' &&
  value !== null &&
  'access_token' in value &&
  typeof value.access_token === 'string' &&
  'expires_in' in value &&
  typeof value.expires_in === 'number';

const failure = (status: number, text: string): CliError => {
  const exitCode = status === 429 || status >= 500 ? EXIT.unavailable : EXIT.noPermission;
  return new CliError(exitCode, 'no_token', `no token was given (${status}): ${text.slice(0, 300)}`);
};

/** Gets an access token by the client-credentials grant. */
export const fetchToken = async (
  { tokenUrl, clientId, clientSecret, scope }: Profile,
  signal: AbortSignal,
): Promise<Token> => {
  const response = await fetch(tokenUrl, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      ...(scope !== undefined && { scope }),
    }),
    signal,
  });
  const text = await response.text();
  if (!response.ok) throw failure(response.status, text);
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const token: unknown = isJson ? JSON.parse(text) : undefined;
  if (isToken(token)) return token;
  throw new CliError(EXIT.config, 'no_token', `${tokenUrl} answers no token: is it the token endpoint?`);
};

/** Gets a token when the last one has less than a minute to live: an import may be watched for hours. */
export const lastingToken = (profile: Profile, signal: AbortSignal): (() => Promise<string>) => {
  let last: Promise<Token> | undefined;
  let until = 0;
  return async () => {
    if (!last || Date.now() > until) {
      until = Number.POSITIVE_INFINITY;
      last = fetchToken(profile, signal);
      last.then(
        ({ expires_in }) => (until = Date.now() + (expires_in - 60) * 1_000),
        () => (last = undefined),
      );
    }
    return (await last).access_token;
  };
};
