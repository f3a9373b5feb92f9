import {
  GetObjectCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectCommand,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { UploadFiles } from '#core/ports/upload-files.ts';

/** Where the upload of an import lies in its bucket. */
export const uploadObjectKey = ({ tenant, id }: ImportKey): string => `uploads/${tenant}/${id}`;

/** ETags travel in quotes in HTTP and without them in events. */
const quoted = (etag: string): string => `"${etag}"`;

/** Uploads in an S3 bucket, read by ranges of the object with the ETag that was bound. */
export const s3UploadFiles = (client: S3Client, bucket: string): UploadFiles => ({
  async find(key) {
    try {
      const head = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: uploadObjectKey(key) }));
      if (head.ETag === undefined || head.ContentLength === undefined)
        throw new Error('an upload has no ETag or no length');
      return { etag: head.ETag.replaceAll('"', ''), bytes: head.ContentLength };
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  },

  async read(key, upload, offset, length) {
    // A range behind the end is an error of S3 (416).
    if (offset >= upload.bytes) return new Uint8Array(0);
    const { Body } = await client.send(
      new GetObjectCommand({
        Bucket: bucket,
        Key: uploadObjectKey(key),
        IfMatch: quoted(upload.etag),
        Range: `bytes=${offset}-${offset + length - 1}`,
      }),
    );
    if (!Body) throw new Error('a range of an upload has no body');
    return Body.transformToByteArray();
  },

  async write(key, content) {
    try {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: uploadObjectKey(key),
          Body: content,
          ContentType: 'application/jsonl',
          IfNoneMatch: '*',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return false;
      throw error;
    }
  },
});
