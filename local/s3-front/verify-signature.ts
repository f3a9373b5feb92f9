import { timingSafeEqual } from 'node:crypto';
import type { Caller } from '../iam/role.ts';
import { signatureV4 } from '../signing/signature-v4.ts';
import { readAuthorisation } from './read-authorisation.ts';
import type { Authorisation } from './read-authorisation.ts';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

type Verifier = {
  readonly callerOf: (accessKeyId: string) => Caller | undefined;
  readonly region: string;
  readonly now: Date;
};

const MAX_SKEW_MS = 15 * 60_000;

/** Checks a Signature Version 4 in headers or query as S3 does and says whose it is; throws what S3 would answer. */
export const verifySignature = (request: S3Request, verifier: Verifier): Caller => {
  const authorisation = readAuthorisation(request);
  const caller = checkScope(authorisation, verifier);
  checkTime(authorisation, verifier.now);
  checkSignedHeaders(request, authorisation);
  const expected = Buffer.from(signatureV4(request, authorisation, caller.secretAccessKey));
  const given = Buffer.from(authorisation.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    );
  }
  return caller;
};

const checkScope = ({ scope }: Authorisation, { callerOf, region }: Verifier): Caller => {
  const caller = callerOf(scope.accessKeyId);
  if (!caller) {
    throw new S3Error(
      403,
      'InvalidAccessKeyId',
      'The AWS Access Key Id you provided does not exist in our records.',
    );
  }
  if (scope.region !== region || scope.service !== 's3') {
    throw new S3Error(400, 'AuthorizationHeaderMalformed', `The credential scope must be ${region}/s3.`);
  }
  return caller;
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
