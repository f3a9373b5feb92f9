import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

/** Which Caselore, and who calls it. */
export type Profile = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenUrl: string;
  readonly scope?: string | undefined;
};

type Environment = Readonly<Record<string, string | undefined>>;
type Given = Readonly<Partial<Record<'url' | 'client_id' | 'client_secret' | 'token_url' | 'scope', string>>>;

const FIELDS = ['url', 'client_id', 'client_secret', 'token_url', 'scope'] as const;
const LAPTOP_URL = 'http://localhost:8080';
const LAPTOP_CLIENT = 'demo-admin';
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

const wrong = (message: string, cause?: unknown) => new CliError(EXIT.config, 'bad_profile', message, cause);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readProfiles = async (path: string): Promise<Readonly<Record<string, unknown>>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return {};
    throw wrong(`${path} cannot be read`, error);
  }
  try {
    const file: unknown = JSON.parse(text);
    if (isRecord(file) && isRecord(file['profiles'])) return file['profiles'];
  } catch (error) {
    throw wrong(`${path} is not JSON`, error);
  }
  throw wrong(`${path} has no object "profiles"`);
};

const checkedProfile = (name: string, profile: unknown): Given => {
  if (!isRecord(profile)) throw wrong(`profile ${name} is no object`);
  const odd = Object.entries(profile).find(
    ([field, value]) => !FIELDS.some((known) => known === field) || typeof value !== 'string',
  );
  if (odd) throw wrong(`profile ${name}: "${odd[0]}" is not a text under one of ${FIELDS.join(', ')}`);
  return profile;
};

const present = (given: Readonly<Record<string, string | undefined>>): Given =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));

const fromEnvironment = (env: Environment): Given =>
  present({
    url: env['CASELORE_URL'],
    client_id: env['CASELORE_CLIENT_ID'],
    client_secret: env['CASELORE_CLIENT_SECRET'],
    token_url: env['CASELORE_TOKEN_URL'],
    scope: env['CASELORE_SCOPE'],
  });

const addressOf = (text: string): URL => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw wrong(`"${text}" is not the http address of a Caselore`);
  return new URL(text);
};

const complete = (given: Given): Profile => {
  const address = addressOf(given.url ?? LAPTOP_URL);
  const url = address.href.replace(/\/+$/, '');
  // The demo principals exist on a laptop only; their name is sent nowhere else.
  const demo = LOOPBACK.test(address.hostname) ? LAPTOP_CLIENT : undefined;
  const clientId = given.client_id ?? demo;
  const clientSecret = given.client_secret ?? (clientId === demo ? demo : undefined);
  if (clientId === undefined || clientSecret === undefined)
    throw wrong(
      `${url} needs a client id and secret: CASELORE_CLIENT_ID and CASELORE_CLIENT_SECRET, or a profile`,
    );
  const tokenUrl = addressOf(given.token_url ?? `${url}/oauth2/token`).href;
  return { url, clientId, clientSecret, tokenUrl, scope: given.scope };
};

/** Where the file of profiles is. */
export const profilesPath = (env: Environment): string =>
  join(env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config'), 'caselore', 'config.json');

/**
 * The profile to use. One that is named wins over the environment, which only fills its gaps; otherwise the environment
 * wins over the profile `default`, and where nobody says anything it is the laptop form with its demo admin.
 */
export const chooseProfile = async (name: string | undefined, env: Environment): Promise<Profile> => {
  const path = profilesPath(env);
  const profiles = await readProfiles(path);
  const around = fromEnvironment(env);
  const named = name ?? (env['CASELORE_PROFILE'] || undefined);
  if (named === undefined) {
    const usual = profiles['default'];
    return complete({ ...(usual !== undefined && checkedProfile('default', usual)), ...around });
  }
  if (named === 'laptop' && profiles['laptop'] === undefined) return complete({ url: LAPTOP_URL });
  if (profiles[named] === undefined) throw wrong(`${path} has no profile "${named}"`);
  return complete({ ...around, ...checkedProfile(named, profiles[named]) });
};
