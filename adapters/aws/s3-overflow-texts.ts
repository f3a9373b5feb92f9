import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** Keeps the texts that do not fit into a row, beside the table. */
export type OverflowTexts = {
  /** Stores a text under its hash, the tenant in the key; returns the hash. Storing it twice changes nothing. */
  put(tenant: string, text: string): Promise<string>;
  /** The text of a hash; its absence is a fault. */
  get(tenant: string, hash: string): Promise<string>;
};

const keyOf = (tenant: string, hash: string): string => `${tenant}/${hash}`;

/** Overflowing texts in an S3 bucket. */
export const s3OverflowTexts = (client: S3Client, bucket: string): OverflowTexts => ({
  async put(tenant, text) {
    const hash = createHash('sha256').update(text).digest('hex');
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: keyOf(tenant, hash),
        Body: text,
        ContentType: 'application/json',
      }),
    );
    return hash;
  },
  async get(tenant, hash) {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(tenant, hash) }));
    if (!Body) throw new Error(`the text ${hash} of tenant ${tenant} has no body`);
    return Body.transformToString();
  },
});
