import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { signatureV4 } from '../signing/signature-v4.ts';
import type { Iam } from './create-iam.ts';
import type { Caller } from './role.ts';
import { JsonRefusal } from './json-refusal.ts';

/** A request of the AWS JSON protocol, whole. */
export type JsonCall = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

type Verifier = {
  readonly iam: Pick<Iam, 'callerOf'>;
  readonly region: string;
  readonly now: () => Date;
};

const AUTHORISATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
const AMZ_DATE = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const MAX_SKEW_MS = 15 * 60_000;

/** Says who signed a request of the JSON protocol; throws AWS's refusal when the signature does not hold. */
export const callerOfCall = (call: JsonCall, { iam, region, now }: Verifier): Caller => {
  const given = readSignature(call.headers);
  const caller = iam.callerOf(given.accessKeyId);
  if (!caller || given.scope.region !== region) throw refusal('UnrecognizedClientException');
  checkTime(given.amzDate, now());
  const { method, url, headers, body } = call;
  const expected = signatureV4(
    { method, path: url.split('?', 1)[0] ?? '/', query: new URLSearchParams(), headers: flat(headers) },
    { ...given, payloadHash: createHash('sha256').update(body).digest('hex') },
    caller.secretAccessKey,
  );
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(given.signature))) {
    throw refusal('InvalidSignatureException');
  }
  return caller;
};

const readSignature = (headers: IncomingHttpHeaders) => {
  const parts = AUTHORISATION.exec(headers.authorization ?? '');
  if (!parts) throw refusal('MissingAuthenticationTokenException');
  const [, accessKeyId = '', date = '', region = '', service = '', signedHeaders = '', signature = ''] =
    parts;
  return {
    accessKeyId,
    scope: { date, region, service },
    signedHeaders: signedHeaders.split(';'),
    signature,
    amzDate: String(headers['x-amz-date']),
  };
};

const REFUSALS = {
  MissingAuthenticationTokenException: 'Request is missing Authentication Token',
  UnrecognizedClientException: 'The security token included in the request is invalid.',
  InvalidSignatureException:
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
} as const;

const refusal = (type: keyof typeof REFUSALS): JsonRefusal => new JsonRefusal(type, REFUSALS[type]);

const checkTime = (amzDate: string, now: Date): void => {
  const signedAt = Date.parse(amzDate.replace(AMZ_DATE, '$1-$2-$3T$4:$5:$6Z'));
  if (!(Math.abs(now.getTime() - signedAt) <= MAX_SKEW_MS)) {
    throw new JsonRefusal('InvalidSignatureException', `Signature expired or not yet current: ${amzDate}`);
  }
};

const flat = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]));
