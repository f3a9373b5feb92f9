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
  ListObjectsV2Command,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, emulatedBucket, put } from '../support/emulated-bucket.ts';
import { until } from '../support/until.ts';

describe('uploads to the laptop form', () => {
  it('leaves nothing of an upload that breaks off', async () => {
    const { cloud, events, presign } = await emulatedBucket();
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

  it('takes the SDK’s streams and multipart uploads', async () => {
    const { cloud, events } = await emulatedBucket();
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

  it('keeps objects and parts over a kill, and delivers the event that the kill swallowed', async () => {
    const { cloud, presign } = await emulatedBucket();
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

    const again = await emulatedBucket({ dataDirectory: cloud.dataDirectory });
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
    const { cloud, events, presign } = await emulatedBucket();
    const size = 300 * 1024 * 1024;
    const chunk = Buffer.alloc(1024 * 1024, 'abc\n');
    function* chunks() {
      for (let sent = 0; sent < size; sent += chunk.length) yield chunk;
    }
    const url = new URL(await presign('large.jsonl'));
    const before = process.memoryUsage().rss;
    const upload = request(url, { method: 'PUT', headers: { 'if-none-match': '*', 'content-length': size } });
    const answered = once(upload, 'response');
    await pipeline(Readable.from(chunks()), upload);
    const [response] = await answered;
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;

    expect(response.statusCode).toBe(200);
    expect(events[0]?.detail.object.size).toBe(size);
    expect(grown).toBeLessThan(150);
    const { Body } = await cloud.s3.send(
      new GetObjectCommand({ Bucket: BUCKET, Key: 'large.jsonl', Range: `bytes=${size - 4}-` }),
    );
    expect(await Body?.transformToString()).toBe('abc\n');
  });
});
