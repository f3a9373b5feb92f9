import { gunzipSync, gzipSync } from 'node:zlib';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import { decorrelatedJitterGenerator, ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import pLimit from 'p-limit';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

/** Below it, packing saves nothing worth the work. */
const LEAST_PACKED_BYTES = 4_096;

/** Removals on the way at once. */
const REMOVED_AT_ONCE = 8;

/** No text in UTF-8 begins so. */
const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

const isRefusal = (error: unknown, name: string): boolean =>
  error instanceof S3ServiceException && error.name === name;

/** Two conditional writes at once: S3 asks to try again. */
const conflicting = retry(
  handleWhen((error) => isRefusal(error, 'ConditionalRequestConflict')),
  {
    maxAttempts: 4,
    backoff: new ExponentialBackoff({
      generator: decorrelatedJitterGenerator,
      initialDelay: 50,
      maxDelay: 1_000,
    }),
  },
);

/** Files of the making of knowledge in an S3 bucket; long ones are packed. */
export const s3KnowledgeFiles = (client: S3Client, bucket: string): KnowledgeFiles => {
  const put = (key: string, text: string, condition: { IfNoneMatch?: '*' } = {}) => {
    const bytes = Buffer.from(text);
    const packed = bytes.length >= LEAST_PACKED_BYTES;
    return client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        Body: packed ? gzipSync(bytes) : bytes,
        ContentType: packed ? 'application/gzip' : 'application/json',
        ...condition,
      }),
    );
  };
  const read: KnowledgeFiles['read'] = async (key) => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error(`the object ${key} has no body`);
      const bytes = await Body.transformToByteArray();
      return (isPacked(bytes) ? gunzipSync(bytes) : Buffer.from(bytes)).toString('utf8');
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  const remove: KnowledgeFiles['remove'] = async (key) => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  };
  return {
    read,
    async write(key, text) {
      await put(key, text);
    },
    async writeOnce(key, text) {
      try {
        await conflicting.execute(() => put(key, text, { IfNoneMatch: '*' }));
        return text;
      } catch (error) {
        if (!isRefusal(error, 'PreconditionFailed')) throw error;
        const first = await read(key);
        if (first === undefined) throw new Error(`the object ${key} was removed meanwhile`, { cause: error });
        return first;
      }
    },
    remove,
    async removeUnder(beginning) {
      const removing = pLimit(REMOVED_AT_ONCE);
      let from: string | undefined;
      do {
        const { Contents = [], NextContinuationToken } = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: beginning, ContinuationToken: from }),
        );
        await Promise.all(Contents.map(({ Key = '' }) => removing(() => remove(Key))));
        from = NextContinuationToken;
      } while (from !== undefined);
    },
  };
};
