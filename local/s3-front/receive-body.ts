import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-error.ts';
import type { S3Request } from './s3-request.ts';

/** A body on disk, not yet an object. */
export type ReceivedBody = { readonly file: string; readonly size: number; readonly md5: string };

const MAX_PUT_BYTES = 5 * 1024 ** 3;

/**
 * Writes the body of a PUT to a file while it arrives, in bounded memory, and checks it against its declared length
 * and checksums. A refused, broken off or corrupted body leaves no file.
 */
export const receiveBody = async (
  stream: IncomingMessage,
  request: S3Request,
  directory: string,
): Promise<ReceivedBody> => {
  const declared = declaredLength(request);
  await mkdir(directory, { recursive: true });
  const file = join(directory, randomUUID());
  try {
    const meter = createMeter(request);
    await pipeline(stream, meter.watch, createWriteStream(file));
    if (meter.size() !== declared) {
      throw new S3Error(
        400,
        'IncompleteBody',
        'You did not provide the number of bytes specified by the Content-Length header.',
      );
    }
    return { file, size: declared, md5: meter.finish() };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
};

const declaredLength = ({ headers }: S3Request): number => {
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (!Number.isSafeInteger(length)) {
    throw new S3Error(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.');
  }
  if (length > MAX_PUT_BYTES) {
    throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  }
  return length;
};

const createMeter = (request: S3Request) => {
  const declared = declaredDigests(request);
  const md5 = createHash('md5');
  const sha256 = declared.sha256 === undefined ? undefined : createHash('sha256');
  let crc = 0;
  let size = 0;
  async function* watch(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      size += chunk.length;
      md5.update(chunk);
      sha256?.update(chunk);
      if (declared.crc32 !== undefined) crc = crc32(chunk, crc);
      yield chunk;
    }
  }
  const finish = (): string => {
    const digest = md5.digest();
    const checksum = Buffer.alloc(4);
    checksum.writeUInt32BE(crc);
    agree('Content-MD5', declared.md5, digest.toString('base64'));
    agree('SHA-256', declared.sha256, sha256?.digest('hex'));
    agree('CRC32', declared.crc32, checksum.toString('base64'));
    return digest.toString('hex');
  };
  return { watch, finish, size: () => size };
};

// The SDK's presigner moves x-amz- headers to the query, where they mean the same.
const declaredDigests = ({ headers, query }: S3Request) => {
  const amz = (name: string): string | undefined => headers[name] ?? query.get(name) ?? undefined;
  const base64Sha256 = amz('x-amz-checksum-sha256');
  const signedHash = headers['x-amz-content-sha256'];
  const hexSha256 = signedHash !== undefined && /^[\da-f]{64}$/.test(signedHash) ? signedHash : undefined;
  return {
    md5: headers['content-md5'],
    crc32: amz('x-amz-checksum-crc32'),
    sha256: base64Sha256 === undefined ? hexSha256 : Buffer.from(base64Sha256, 'base64').toString('hex'),
  };
};

const agree = (name: string, declared: string | undefined, actual: string | undefined): void => {
  if (declared !== undefined && declared !== actual) {
    throw new S3Error(400, 'BadDigest', `The ${name} you specified did not match what we received.`);
  }
};
