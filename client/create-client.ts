import { ApiProblem } from './api-problem.ts';
import { type Operations, PLACES } from './operations.ts';

/** Where the API is, and who calls. */
export type ClientSettings = {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** An access token, or how to get one that is valid now. */
  readonly token?: string | (() => Promise<string>);
  /** Ends what is under way. */
  readonly signal?: AbortSignal;
};

/** A success: its status, its headers, its body. */
export type Success<Body> = { readonly status: number; readonly headers: Headers; readonly body: Body };

type Request<Id extends keyof Operations> = Operations[Id]['request'];

/** The request may be left out where nothing of it is required. */
type Given<Id extends keyof Operations> =
  Record<string, never> extends Request<Id> ? [request?: Request<Id>] : [request: Request<Id>];

/** A client of the API; its `call` is typed by operation and throws `ApiProblem` for what is no success. */
export type Client = {
  call<Id extends keyof Operations>(
    operation: Id,
    ...given: Given<Id>
  ): Promise<Success<Operations[Id]['answer']>>;
};

type Parts = {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

/** Makes a client of the API on `fetch`. */
export const createClient = (settings: ClientSettings): Client => ({
  async call(operation, ...[request = {}]) {
    const parts: Parts = request;
    const { method, path } = PLACES[operation];
    const response = await fetch(`${settings.baseUrl}${fill(path, parts.path)}${queryOf(parts)}`, {
      method,
      headers: await headersOf(settings, parts),
      ...(parts.body !== undefined && { body: JSON.stringify(parts.body) }),
      ...(settings.signal && { signal: settings.signal }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    // Shapes are the server's word: it makes this client's types and its own checks from one contract.
    const body = text === '' ? undefined : isJson ? JSON.parse(text) : text;
    if (!response.ok)
      throw new ApiProblem(response.status, body, response.headers.get('x-request-id') ?? undefined);
    return { status: response.status, headers: response.headers, body };
  },
});

const fill = (path: string, values: Parts['path'] = {}): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const queryOf = ({ query = {} }: Parts): string => {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
};

const headersOf = async ({ token }: ClientSettings, { headers = {}, body }: Parts): Promise<Headers> => {
  const all = new Headers();
  const bearer = typeof token === 'function' ? await token() : token;
  if (bearer !== undefined) all.set('authorization', `Bearer ${bearer}`);
  if (body !== undefined) all.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) all.set(name, value);
  return all;
};
