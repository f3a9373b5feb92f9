import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUCKET, emulatedBucket, put } from '../support/emulated-bucket.ts';

describe('S3 of the laptop form', () => {
  it('takes a presigned upload once, with the ETag of S3, and tells EventBridge before it answers', async () => {
    const { events, presign, cloud } = await emulatedBucket();
    const url = await presign('uploads/demo/1 ü+.jsonl');

    const first = await put(url, 'hello');
    const second = await put(url, 'again');

    expect(new URL(url).pathname).toMatch(/^\/_s3\/uploads\/uploads\/demo\//);
    expect(first).toMatchObject({ status: 200, etag: '"5d41402abc4b2a76b9719d911017c592"' });
    expect(second.status).toBe(412);
    expect(second.text).toContain('<Code>PreconditionFailed</Code>');
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      version: '0',
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: '000000000000',
      region: 'us-east-1',
      resources: ['arn:aws:s3:::uploads'],
      detail: {
        bucket: { name: BUCKET },
        object: { key: 'uploads/demo/1 ü+.jsonl', size: 5, etag: '5d41402abc4b2a76b9719d911017c592' },
        reason: 'PutObject',
      },
    });
    const stored = await cloud.s3.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'uploads/demo/1 ü+.jsonl' }),
    );
    expect(await stored.Body?.transformToString()).toBe('hello');
  });

  it('refuses a presigned URL that was changed', async () => {
    const { presign } = await emulatedBucket();
    const url = await presign('one.jsonl');
    const refusalOf = async (changed: string) => {
      const { status, text } = await put(changed, 'x');
      return `${status} ${/<Code>(\w+)<\/Code>/.exec(text)?.[1]}`;
    };

    expect(await refusalOf(url.replace('one.jsonl', 'two.jsonl'))).toBe('403 SignatureDoesNotMatch');
    expect(await refusalOf(url.replace('X-Amz-Expires=60', 'X-Amz-Expires=61'))).toBe(
      '403 SignatureDoesNotMatch',
    );
    expect(await refusalOf(url.split('?')[0]!)).toBe('403 AccessDenied');
    expect(await refusalOf(url.replace('Credential=local', 'Credential=other'))).toBe(
      '403 InvalidAccessKeyId',
    );
  });

  it('refuses a presigned upload without its signed header, with an unsigned one, or after its time', async () => {
    const { presign, cloud } = await emulatedBucket();
    const url = await presign('one.jsonl');

    const bare = await put(url, 'x', {});
    const extra = await put(url, 'x', { 'if-none-match': '*', 'x-amz-meta-a': 'b' });
    cloud.clock.now = () => new Date(Date.now() + 61_000);
    const late = await put(url, 'x');

    expect(bare).toMatchObject({ status: 403 });
    expect(extra.text).toContain('not signed: x-amz-meta-a');
    expect(late.text).toContain('Request has expired');
  });

  it('lets exactly one of many concurrent conditional uploads win', async () => {
    const { presign, events } = await emulatedBucket();
    const url = await presign('one.jsonl');

    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => put(url, `body ${index}`)),
    );

    const codes = answers.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(codes).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    expect(events).toHaveLength(1);
  });

  it('checks what the client says of its body', async () => {
    const { cloud } = await emulatedBucket();
    const send = async (command: PutObjectCommand) =>
      cloud.s3.send(command).catch((error: Error) => error.name);

    const wrong = await send(
      new PutObjectCommand({ Bucket: BUCKET, Key: 'a', Body: 'x', ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
    );
    const lost = await send(new PutObjectCommand({ Bucket: 'nobody', Key: 'a', Body: 'x' }));

    expect(wrong).toBe('BadDigest');
    expect(lost).toBe('NoSuchBucket');
    expect(readdirSync(join(cloud.dataDirectory, 'emulators/s3/_incoming'))).toEqual([]);
  });

  it('answers ranges, conditions and metadata', async () => {
    const { cloud } = await emulatedBucket();
    const object = { Bucket: BUCKET, Key: 'a/b.txt' };
    const { ETag } = await cloud.s3.send(
      new PutObjectCommand({ ...object, Body: '0123456789', Metadata: { line: '7' } }),
    );
    const read = async (extra: object) => {
      const { Body, ContentRange, ContentLength } = await cloud.s3.send(
        new GetObjectCommand({ ...object, ...extra }),
      );
      return { text: await Body?.transformToString(), ContentRange, ContentLength };
    };

    const head = await cloud.s3.send(new HeadObjectCommand(object));

    expect(head).toMatchObject({ ContentLength: 10, ETag, Metadata: { line: '7' } });
    expect(await read({ Range: 'bytes=2-4', IfMatch: ETag })).toEqual({
      text: '234',
      ContentRange: 'bytes 2-4/10',
      ContentLength: 3,
    });
    expect(await read({ Range: 'bytes=-3' })).toMatchObject({ text: '789' });
    expect(await read({ Range: 'bytes=8-' })).toMatchObject({ text: '89' });
    await expect(read({ Range: 'bytes=10-' })).rejects.toMatchObject({ name: 'InvalidRange' });
    await expect(read({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(read({ Key: 'none' })).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(cloud.s3.send(new HeadObjectCommand({ ...object, Key: 'none' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  it('answers browsers by the rules of the bucket', async () => {
    const { presign } = await emulatedBucket();
    const url = await presign('one.jsonl');
    const ask = async (origin: string) => {
      const headers = {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'if-none-match',
      };
      return fetch(url, { method: 'OPTIONS', headers });
    };

    const [allowed, refused] = [await ask('http://localhost:3000'), await ask('http://evil.example')];

    expect(allowed.status).toBe(200);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(allowed.headers.get('access-control-allow-headers')).toBe('if-none-match');
    expect(refused.status).toBe(403);
  });
});
