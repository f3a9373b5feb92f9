import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoPatternStore } from '#adapters/aws/dynamo-pattern-store.ts';
import { s3KnowledgeFiles } from '#adapters/aws/s3-knowledge-files.ts';
import { draftsOf } from '#core/knowledge/drafts-of.ts';
import { writePatternGroup } from '#core/knowledge/pattern-files.ts';
import { aPattern, aPatternGroup } from './a-pattern.ts';
import { fixedClock } from './fixed-clock.ts';
import type { InProcessStack } from './in-process-stack.ts';

/** Puts a pattern of one case and a draft of it into a stack, as the job that makes knowledge would. */
export const putSource = async (
  { emulators, region, credentials }: InProcessStack,
  caseId: string,
): Promise<void> => {
  const plain = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client({ endpoint: emulators.s3, region, credentials, forcePathStyle: true });
  const { TableNames = [] } = await plain.send(new ListTablesCommand({}));
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const bucket = Buckets.map(({ Name = '' }) => Name).find((name) => /knowledge/i.test(name)) ?? 'no bucket';
  const files = s3KnowledgeFiles(s3, bucket);
  const table = TableNames.find((name) => name.includes('Patterns')) ?? 'no table';
  const patterns = dynamoPatternStore(client, table, files, fixedClock());
  const pattern = aPattern({ id: `of-${caseId}`, size: 1 });
  await writePatternGroup(files, pattern, aPatternGroup({ case_ids: [caseId] }));
  await patterns.write(pattern, 0);
  await patterns.place('demo', new Map([[caseId, pattern.id]]));
  await files.write(`${draftsOf('demo', pattern.id)}e/extractive/1.json`, '{}');
  plain.destroy();
  s3.destroy();
};
