import { afterAll, beforeAll } from 'vitest';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { s3Bucket } from '#local/resources/s3-bucket.ts';
import { knowledgeFilesContract } from '#test/contract/knowledge-files.contract.ts';
import { startEmulatedCloud } from '#test/support/emulated-cloud.ts';

/** Behind the front of the laptop form, which honours conditions as S3 does. */
let cloud: Awaited<ReturnType<typeof startEmulatedCloud>>;
let buckets = 0;

beforeAll(async () => {
  cloud = await startEmulatedCloud();
});

afterAll(async () => {
  await cloud.stop();
});

knowledgeFilesContract('S3', async () => {
  buckets += 1;
  const bucket = `knowledge-${buckets}`;
  await cloud.start(s3Bucket(cloud.front), bucket, { BucketName: bucket });
  return s3KnowledgeFiles(cloud.s3, bucket);
});
