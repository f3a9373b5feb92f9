import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';

/** The text of an object; its absence is a fault. */
export const s3Text = async (client: S3Client, bucket: string, key: string): Promise<string> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  if (!Body) throw new Error(`the object ${key} has no body`);
  return Body.transformToString();
};
