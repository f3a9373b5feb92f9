import { z } from 'zod';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** What a Signature Version 4 says of itself. */
export type Authorisation = {
  readonly scope: {
    readonly accessKeyId: string;
    readonly date: string;
    readonly region: string;
    readonly service: string;
  };
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** As sent, e.g. `20261122T043000Z`. */
  readonly amzDate: string;
  readonly signedAt: Date;
  /** Lifetime of a presigned URL; absent when the signature is in the headers. */
  readonly expiresInSeconds?: number;
  /** Hex SHA-256 of the body, or one of S3's words for "not signed". */
  readonly payloadHash: string;
};

const AmzDate = z
  .string()
  .regex(/^\d{8}T\d{6}Z$/)
  .transform((text) => ({
    amzDate: text,
    signedAt: new Date(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')),
  }));

const Credential = z
  .string()
  .regex(/^[^/]+\/\d{8}\/[^/]+\/[^/]+\/aws4_request$/)
  .transform((text) => {
    const [accessKeyId = '', date = '', region = '', service = ''] = text.split('/');
    return { accessKeyId, date, region, service };
  });

const HeaderNames = z.string().transform((text) => text.split(';'));

const Presigned = z.object({
  'X-Amz-Algorithm': z.literal('AWS4-HMAC-SHA256'),
  'X-Amz-Credential': Credential,
  'X-Amz-Date': AmzDate,
  'X-Amz-Expires': z.coerce.number().int().min(1).max(604_800),
  'X-Amz-SignedHeaders': HeaderNames,
  'X-Amz-Signature': z.string(),
  'X-Amz-Content-Sha256': z.string().default('UNSIGNED-PAYLOAD'),
});

const Signed = z.object({
  Credential,
  SignedHeaders: HeaderNames,
  Signature: z.string(),
  date: AmzDate,
  hash: z.string(),
});

/** Reads the signature of a request from its query or its headers; throws S3's refusal when there is none. */
export const readAuthorisation = (request: S3Request): Authorisation => {
  if (request.query.has('X-Amz-Signature')) return readPresigned(request);
  if (request.headers['authorization'] === undefined) throw new S3Error(403, 'AccessDenied', 'Access Denied');
  return readSigned(request);
};

const readPresigned = ({ query }: S3Request): Authorisation => {
  const parsed = Presigned.safeParse(Object.fromEntries(query));
  if (!parsed.success) {
    throw new S3Error(400, 'AuthorizationQueryParametersError', z.prettifyError(parsed.error));
  }
  return {
    scope: parsed.data['X-Amz-Credential'],
    signedHeaders: parsed.data['X-Amz-SignedHeaders'],
    signature: parsed.data['X-Amz-Signature'],
    ...parsed.data['X-Amz-Date'],
    expiresInSeconds: parsed.data['X-Amz-Expires'],
    payloadHash: parsed.data['X-Amz-Content-Sha256'],
  };
};

const readSigned = ({ headers }: S3Request): Authorisation => {
  const [algorithm = '', ...fields] = (headers['authorization'] ?? '').split(/[ ,]+/);
  const parsed = Signed.safeParse({
    ...Object.fromEntries(fields.map((field) => field.split(/=(.*)/s).slice(0, 2))),
    date: headers['x-amz-date'],
    hash: headers['x-amz-content-sha256'],
  });
  if (algorithm !== 'AWS4-HMAC-SHA256' || !parsed.success) {
    throw new S3Error(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed.');
  }
  return {
    scope: parsed.data.Credential,
    signedHeaders: parsed.data.SignedHeaders,
    signature: parsed.data.Signature,
    ...parsed.data.date,
    payloadHash: parsed.data.hash,
  };
};
