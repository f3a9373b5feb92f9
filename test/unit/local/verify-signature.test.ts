import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseS3Request } from '#local/s3-front/s3-request.ts';
import { verifySignature } from '#local/s3-front/verify-signature.ts';

const SIGNED_AT = new Date('2026-11-22T04:30:00Z');
const credentials = { accessKeyId: 'local', secretAccessKey: 'secret' };
const callerOf = (id: string) => (id === credentials.accessKeyId ? credentials : undefined);
const client = new S3Client({
  region: 'us-east-1',
  credentials,
  endpoint: 'http://127.0.0.1:8080/_s3',
  requestChecksumCalculation: 'WHEN_REQUIRED',
});

const presign = async (command: PutObjectCommand | GetObjectCommand): Promise<string> =>
  getSignedUrl(client, command, { expiresIn: 60, signingDate: SIGNED_AT });

const verify = (method: string, url: string, headers: Record<string, string> = {}, now = SIGNED_AT): void => {
  const { pathname, search } = new URL(url);
  const message = Object.assign(new IncomingMessage(new Socket()), {
    method,
    url: pathname + search,
    headers: { host: '127.0.0.1:8080', ...headers },
  });
  verifySignature(parseS3Request(message, '/_s3'), { callerOf, region: 'us-east-1', now });
};

describe('verifySignature', () => {
  it('accepts what the SDK signs, whatever the key', async () => {
    const key = fc
      .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
      .filter((text) => !/(^|\/)\.{0,2}(\/|$)/.test(text));

    await fc.assert(
      fc.asyncProperty(key, async (Key) => {
        const url = await presign(new GetObjectCommand({ Bucket: 'uploads', Key }));
        expect(() => verify('GET', url)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });

  it('refuses a signature with any character changed', async () => {
    const url = await presign(new GetObjectCommand({ Bucket: 'uploads', Key: 'one' }));

    expect(() =>
      verify(
        'GET',
        url.replace(/Signature=(.)/, (_, first) => `Signature=${first === 'a' ? 'b' : 'a'}`),
      ),
    ).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch', status: 403 }));
    expect(() => verify('PUT', url)).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch' }));
  });

  it('holds a URL to its lifetime', async () => {
    const url = await presign(new GetObjectCommand({ Bucket: 'uploads', Key: 'one' }));
    const at = (seconds: number) => () =>
      verify('GET', url, {}, new Date(SIGNED_AT.getTime() + seconds * 1000));

    expect(at(60)).not.toThrow();
    expect(at(61)).toThrow('Request has expired');
    expect(at(-1000)).toThrow('not yet valid');
  });

  it('demands the signed condition and refuses headers that nobody signed', async () => {
    const url = await presign(new PutObjectCommand({ Bucket: 'uploads', Key: 'one', IfNoneMatch: '*' }));

    expect(() => verify('PUT', url, { 'if-none-match': '*' })).not.toThrow();
    expect(() => verify('PUT', url)).toThrow(expect.objectContaining({ code: 'SignatureDoesNotMatch' }));
    expect(() => verify('PUT', url, { 'if-none-match': '*', 'x-amz-acl': 'public-read' })).toThrow(
      'not signed: x-amz-acl',
    );
  });

  it.each([
    ['no signature', '', 'AccessDenied'],
    ['half a signature', '?X-Amz-Signature=00', 'AuthorizationQueryParametersError'],
  ])('refuses %s', (_, query, code) => {
    expect(() => verify('GET', `http://127.0.0.1:8080/_s3/uploads/one${query}`)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it('refuses keys that would leave the bucket', () => {
    expect(() => verify('GET', 'http://127.0.0.1:8080/_s3/uploads/a%2F..%2Fb')).toThrow(
      expect.objectContaining({ code: 'InvalidArgument' }),
    );
  });
});
