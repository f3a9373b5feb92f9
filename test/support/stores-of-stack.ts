import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { InProcessStack } from './in-process-stack.ts';

/** Reaches into the tables and buckets of a running stack past its functions, as nobody may but a test. */
export const withStoresOf = async <Result>(
  { emulators, region, credentials }: InProcessStack,
  work: (stores: {
    readonly documents: DynamoDBDocumentClient;
    readonly s3: S3Client;
    /** The name of the table, or bucket, that has this in its name. */
    readonly table: (part: string) => string;
    readonly bucket: (part: string) => string;
  }) => Promise<Result>,
): Promise<Result> => {
  const dynamodb = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const s3 = new S3Client({ endpoint: emulators.s3, region, credentials, forcePathStyle: true });
  const [{ TableNames = [] }, { Buckets = [] }] = await Promise.all([
    dynamodb.send(new ListTablesCommand({})),
    s3.send(new ListBucketsCommand({})),
  ]);
  const named = (names: readonly string[], part: string): string =>
    names.find((name) => name.toLowerCase().includes(part))!;
  try {
    return await work({
      documents: DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } }),
      s3,
      table: (part) => named(TableNames, part),
      bucket: (part) =>
        named(
          Buckets.map(({ Name = '' }) => Name),
          part,
        ),
    });
  } finally {
    dynamodb.destroy();
    s3.destroy();
  }
};
