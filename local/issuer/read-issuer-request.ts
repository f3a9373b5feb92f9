import type { IncomingMessage } from 'node:http';
import { readBody } from '../gateway/read-body.ts';
import { OauthError } from './oauth-error.ts';

/** A request to the issuer; each field of the query or form occurs once. */
export type IssuerRequest = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
};

/** Forms of the issuer are small; more is refused. */
const MOST_BYTES = 16 * 1024;

/** Reads a request to the issuer: the query of a GET, the form of a POST. */
export const readIssuerRequest = async (request: IncomingMessage): Promise<IssuerRequest> => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const method = request.method ?? 'GET';
  const body = await readBody(request, MOST_BYTES);
  if (!body) throw new OauthError('invalid_request', 'The body is too large.');
  if (method === 'POST' && !request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
    throw new OauthError('invalid_request', 'The body must be application/x-www-form-urlencoded.');
  const fields = method === 'POST' ? new URLSearchParams(body.toString('utf8')) : url.searchParams;
  return {
    method,
    path: url.pathname,
    authorization: request.headers.authorization,
    fields: onceEach(fields),
  };
};

const onceEach = (fields: URLSearchParams): ReadonlyMap<string, string> => {
  const once = new Map<string, string>();
  for (const [name, value] of fields) {
    if (once.has(name)) throw new OauthError('invalid_request', `${name} is given more than once.`);
    // RFC 6749: a parameter without a value counts as left out.
    if (value !== '') once.set(name, value);
  }
  return once;
};
