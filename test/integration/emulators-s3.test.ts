import { once } from 'node:events';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterEach, describe, expect, it } from 'vitest';
import { s3Bucket } from '#local/resources/s3-bucket.ts';
import { startEmulatedCloud } from '../support/emulated-cloud.ts';
import { until } from '../support/until.ts';

const BUCKET = 'uploads';
const PROPERTIES = {
  BucketName: BUCKET,
  NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
  CorsConfiguration: {
    CorsRules: [
      {
        AllowedOrigins: ['http://localhost:*'],
        AllowedMethods: ['PUT'],
        AllowedHeaders: ['*'],
        ExposedHeaders: ['ETag'],
      },
    ],
  },
};

type Cloud = Awaited<ReturnType<typeof startEmulatedCloud>>;
const clouds: Cloud[] = [];
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.stop();
});

const setup = async (options: Parameters<typeof startEmulatedCloud>[0] = {}) => {
  const cloud = await startEmulatedCloud(options);
  clouds.push(cloud);
  const events: { detail: { object: { key: string; size: number; etag: string }; reason: string } }[] = [];
  cloud.bus.subscribe('test', async (event) => void events.push(event as never));
  await cloud.start(s3Bucket(cloud.front), 'Uploads', PROPERTIES);
  const presign = async (key: string, expiresIn = 60) => {
    const s3 = new S3Client({
      region: cloud.context.region,
      credentials: cloud.context.credentials,
      endpoint: cloud.context.endpoints.s3,
      requestChecksumCalculation: 'WHEN_REQUIRED',
    });
    return getSignedUrl(s3, new PutObjectCommand({ Bucket: BUCKET, Key: key, IfNoneMatch: '*' }), {
      expiresIn,
    });
  };
  return { cloud, events, presign };
};

const put = async (url: string, body: string, headers: Record<string, string> = { 'if-none-match': '*' }) => {
  const response = await fetch(url, { method: 'PUT', body, headers });
  return { status: response.status, etag: response.headers.get('etag'), text: await response.text() };
};

describe('S3 of the laptop form', () => {
  it('takes a presigned upload once, with the ETag of S3, and tells EventBridge before it answers', async () => {
    const { events, presign, cloud } = await setup();
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

  it.each([
    ['another key', (url: string) => url.replace('one.jsonl', 'two.jsonl'), 403, 'SignatureDoesNotMatch'],
    [
      'a longer life',
      (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=61'),
      403,
      'SignatureDoesNotMatch',
    ],
    ['no signature', (url: string) => url.split('?')[0] ?? '', 403, 'AccessDenied'],
    [
      'another key id',
      (url: string) => url.replace('Credential=local', 'Credential=other'),
      403,
      'InvalidAccessKeyId',
    ],
  ])('refuses a presigned URL with %s', async (_, change, status, code) => {
    const { presign } = await setup();

    const answer = await put(change(await presign('one.jsonl')), 'x');

    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<Code>${code}</Code>`);
  });

  it('refuses a presigned upload without its signed header, with an unsigned one, or after its time', async () => {
    const { presign, cloud } = await setup();
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
    const { presign, events } = await setup();
    const url = await presign('one.jsonl');

    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => put(url, `body ${index}`)),
    );

    const codes = answers.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(codes).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    expect(events).toHaveLength(1);
  });

  it('checks what the client says of its body', async () => {
    const { cloud } = await setup();
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

  it('leaves nothing of an upload that breaks off', async () => {
    const { cloud, events, presign } = await setup();
    const url = new URL(await presign('half.jsonl'));
    const upload = request(url, {
      method: 'PUT',
      headers: { 'if-none-match': '*', 'content-length': 1_000_000 },
    });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(300_000));
    const incoming = join(cloud.dataDirectory, 'emulators/s3/_incoming');
    await until(() => existsSync(incoming) && readdirSync(incoming).length === 1);

    upload.destroy();
    await until(() => readdirSync(incoming).length === 0);

    const listed = await cloud.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    expect(listed.Contents ?? []).toEqual([]);
    expect(events).toEqual([]);
  });

  it('answers ranges, conditions and metadata', async () => {
    const { cloud } = await setup();
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

  it('takes the SDK’s streams and multipart uploads', async () => {
    const { cloud, events } = await setup();
    const whole = { Bucket: BUCKET, Key: 'parts' };
    await cloud.s3.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: 'stream',
        Body: Readable.from([Buffer.from('stream')]),
        ContentLength: 6,
      }),
    );
    const { UploadId } = await cloud.s3.send(new CreateMultipartUploadCommand(whole));
    const { ETag } = await cloud.s3.send(
      new UploadPartCommand({ ...whole, UploadId, PartNumber: 1, Body: 'part' }),
    );
    await cloud.s3.send(
      new CompleteMultipartUploadCommand({
        ...whole,
        UploadId,
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
      }),
    );

    await until(() => events.length === 2);

    expect(events.map(({ detail }) => [detail.object.key, detail.object.size])).toEqual([
      ['stream', 6],
      ['parts', 4],
    ]);
    const stream = await cloud.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'stream' }));
    expect(await stream.Body?.transformToString()).toBe('stream');
  });

  it('answers browsers by the rules of the bucket', async () => {
    const { presign } = await setup();
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

  it('keeps objects and parts over a kill, and delivers the event that the kill swallowed', async () => {
    const { cloud, presign } = await setup();
    const whole = { Bucket: BUCKET, Key: 'parts' };
    const { UploadId } = await cloud.s3.send(new CreateMultipartUploadCommand(whole));
    const { ETag } = await cloud.s3.send(
      new UploadPartCommand({ ...whole, UploadId, PartNumber: 1, Body: 'part' }),
    );
    // The rule cannot deliver while the kill comes: the object is stored, its event is owed.
    cloud.bus.subscribe('test', async () => Promise.reject(new Error('down')));
    const pending = put(await presign('owed.jsonl'), 'owed').catch(() => undefined);
    await until(() => cloud.logged.some((line) => line.includes('tried again')));
    await cloud.kill();
    await pending;
    const objects = join(cloud.dataDirectory, 'emulators/s3/buckets', BUCKET, 'objects');
    writeFileSync(join(objects, 'torn.meta.json'), '{"key": "to');

    const again = await setup({ dataDirectory: cloud.dataDirectory });
    await again.cloud.front.start();

    expect(again.events.map(({ detail }) => detail.object)).toMatchObject([{ key: 'owed.jsonl', size: 4 }]);
    const stored = await again.cloud.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'owed.jsonl' }));
    expect(await stored.Body?.transformToString()).toBe('owed');
    const done = { ...whole, UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
    await expect(again.cloud.s3.send(new CompleteMultipartUploadCommand(done))).resolves.toMatchObject({
      Key: 'parts',
    });
    const listed = await again.cloud.s3.send(new ListObjectsV2Command({ Bucket: BUCKET }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(['owed.jsonl', 'parts']);
  });

  it('takes 300 MB in bounded memory', async () => {
    const { cloud, events, presign } = await setup();
    const size = 300 * 1024 * 1024;
    const chunk = Buffer.alloc(1024 * 1024, 'abc\n');
    function* chunks() {
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
    }
    const url = new URL(await presign('large.jsonl'));
    const before = process.memoryUsage().rss;
    const started = performance.now();
    const upload = request(url, { method: 'PUT', headers: { 'if-none-match': '*', 'content-length': size } });
    const answered = once(upload, 'response');
    await pipeline(Readable.from(chunks()), upload);
    const [response] = await answered;
    const seconds = (performance.now() - started) / 1000;
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;

    expect(response.statusCode).toBe(200);
    expect(events[0]?.detail.object.size).toBe(size);
    expect(300 / seconds).toBeGreaterThan(25);
    expect(grown).toBeLessThan(150);
    const { Body } = await cloud.s3.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'large.jsonl', Range: `bytes=${size - 4}-` }),
    );
    expect(await Body?.transformToString()).toBe('abc\n');
  });
});
