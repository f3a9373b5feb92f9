import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { readAuthorisation } from './read-authorisation.ts';
import type { Authorisation } from './read-authorisation.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

type Verifier = {
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly region: string;
  readonly now: Date;
};

const MAX_SKEW_MS = 15 * 60_000;

/** Checks a Signature Version 4 in headers or query as S3 does; throws what S3 would answer. */
export const verifySignature = (request: S3Request, verifier: Verifier): void => {
  const authorisation = readAuthorisation(request);
  checkScope(authorisation, verifier);
  checkTime(authorisation, verifier.now);
  checkSignedHeaders(request, authorisation);
  const expected = Buffer.from(signature(request, authorisation, verifier.credentials.secretAccessKey));
  const given = Buffer.from(authorisation.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
};

const checkScope = ({ scope }: Authorisation, { credentials, region }: Verifier): void => {
  if (scope.accessKeyId !== credentials.accessKeyId) {
    throw new S3Error(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  if (scope.region !== region || scope.service !== 's3') {
    throw new S3Error(400, 'AuthorizationHeaderMalformed', `The credential scope must be ${region}/s3.`);
  }
};

const checkTime = ({ signedAt, expiresInSeconds }: Authorisation, now: Date): void => {
  const age = now.getTime() - signedAt.getTime();
  if (expiresInSeconds === undefined) {
    if (Math.abs(age) > MAX_SKEW_MS) {
      throw new S3Error(
        403,
        'RequestTimeTooSkewed',
        'The difference between the request time and the current time is too large.',
      );
    }
    return;
  }
  if (age < -MAX_SKEW_MS) throw new S3Error(403, 'AccessDenied', 'Request is not yet valid');
  if (age > expiresInSeconds * 1000) throw new S3Error(403, 'AccessDenied', 'Request has expired');
};

const checkSignedHeaders = ({ headers }: S3Request, { signedHeaders }: Authorisation): void => {
  const needed = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'));
  const missing = needed.filter((name) => !signedHeaders.includes(name));
  if (missing.length > 0) {
    throw new S3Error(
      403,
      'AccessDenied',
      `There were headers present in the request which were not signed: ${missing.join(', ')}`,
    );
  }
};

const signature = (request: S3Request, authorisation: Authorisation, secret: string): string => {
  const { scope, amzDate, payloadHash, signedHeaders } = authorisation;
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
  const key = [scope.date, scope.region, scope.service, 'aws4_request'].reduce<string | Buffer>(
    (previous, part) => createHmac('sha256', previous).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac('sha256', key)
    .update(`AWS4-HMAC-SHA256\n${amzDate}\n${credentialScope}\n${hashed}`)
    .digest('hex');
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
