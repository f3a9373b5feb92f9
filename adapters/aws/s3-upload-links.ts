import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Clock } from '#core/ports/clock.ts';
import type { UploadLinks } from '#core/ports/upload-links.ts';
import { uploadObjectKey } from './s3-upload-files.ts';

/** `If-None-Match: *` is signed: the link works until the object is there, and never replaces it. */
const HEADERS = { 'if-none-match': '*' } as const;

/** Presigned PUTs of the S3 bucket; the client must send the headers as they are. */
export const s3UploadLinks = (client: S3Client, bucket: string, clock: Clock): UploadLinks => ({
  async make(key, expiresAt) {
    const now = clock.now();
    const command = new PutObjectCommand({ Bucket: bucket, Key: uploadObjectKey(key), IfNoneMatch: '*' });
    const url = await getSignedUrl(client, command, {
      signingDate: now,
      expiresIn: Math.ceil((expiresAt.getTime() - now.getTime()) / 1_000),
      signableHeaders: new Set(['host', 'if-none-match']),
      unhoistableHeaders: new Set(['if-none-match']),
    });
    return { method: 'PUT', url, headers: { ...HEADERS }, expires_at: expiresAt.toISOString() };
  },
});
