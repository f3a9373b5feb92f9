import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { StoredSegmentLine } from '#contracts/segment.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import type { SegmentFiles } from '#core/ports/segment-files.ts';
import { segmentNumber } from './import-keys.ts';
import { s3Text } from './s3-text.ts';

const objectKey = ({ tenant, id }: ImportKey, segment: number): string =>
  `segments/${tenant}/${id}/${segmentNumber(segment)}.jsonl`;

/** Segments as JSON Lines in an S3 bucket. */
export const s3SegmentFiles = (client: S3Client, bucket: string): SegmentFiles => ({
  async write(key, segment, lines) {
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: objectKey(key, segment),
        Body: lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
        ContentType: 'application/jsonl',
      }),
    );
  },

  async read(key, segment) {
    const text = await s3Text(client, bucket, objectKey(key, segment));
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => StoredSegmentLine.parse(JSON.parse(line)));
  },
});
