import { createHash, createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** The parts of a request that Signature Version 4 covers; `path` as sent, header names in lower case. */
export type SignedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
};

/** What a signature says of itself. */
export type SignatureTerms = {
  readonly scope: { readonly date: string; readonly region: string; readonly service: string };
  readonly signedHeaders: readonly string[];
  /** As sent, e.g. `20261122T043000Z`. */
  readonly amzDate: string;
  /** Hex SHA-256 of the body, or one of S3's words for "not signed". */
  readonly payloadHash: string;
};

/** The signature that the holder of this secret would give, in hex (AWS Signature Version 4). */
export const signatureV4 = (request: SignedRequest, terms: SignatureTerms, secret: string): string => {
  const { scope, amzDate, payloadHash, signedHeaders } = terms;
  const names = signedHeaders.toSorted();
  const canonicalRequest = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...names.map((name) => `${name}:${(request.headers[name] ?? '').trim().replaceAll(/ +/g, ' ')}`),
    '',
    names.join(';'),
    payloadHash,
  ].join('\n');
  const credentialScope = `${scope.date}/${scope.region}/${scope.service}/aws4_request`;
  const hashed = createHash('sha256').update(canonicalRequest).digest('hex');
  return createHmac('sha256', signingKey(credentialScope, secret))
    .update(`AWS4-HMAC-SHA256\n${amzDate}\n${credentialScope}\n${hashed}`)
    .digest('hex');
};

/** Keys by secret and scope: a day has one for each role and service, and each takes four hashes to derive. */
const signingKeys = new LRUCache<string, KeyObject>({ max: 1_000 });

const signingKey = (credentialScope: string, secret: string): KeyObject => {
  const name = `${secret} ${credentialScope}`;
  const known = signingKeys.get(name);
  if (known) return known;
  const bytes = credentialScope
    .split('/')
    .reduce<string | Buffer>(
      (previous, part) => createHmac('sha256', previous).update(part).digest(),
      `AWS4${secret}`,
    );
  const key = createSecretKey(Buffer.from(bytes));
  signingKeys.set(name, key);
  return key;
};

const canonicalPath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encode(decodeURIComponent(segment)))
    .join('/');

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted()
    .join('&');

// RFC 3986, stricter than encodeURIComponent.
const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
