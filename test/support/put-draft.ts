import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import { dynamoPatternRows } from '#adapters/aws/dynamo-pattern-rows.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import { aGeneration } from './a-generation.ts';
import { aPattern } from './a-pattern.ts';
import { anArticle, articleContent } from './an-article.ts';
import { fixedClock } from './fixed-clock.ts';
import type { InProcessStack } from './in-process-stack.ts';
import { written } from './written.ts';

type Draft = {
  readonly id: string;
  /** A case that it rests on. */
  readonly cites?: string;
  readonly expiresAt?: string;
  /** Left out, more than a row holds. */
  readonly content?: string;
  /** Deleted right after, its versions still there. */
  readonly deleted?: boolean;
};

const named = (names: readonly string[], part: string): string =>
  names.find((name) => name.includes(part)) ?? `no table ${part}`;

/** Puts a draft that waits for a person, and its pattern into a stack, as the job that writes them would. */
export const putDraft = async (
  { emulators, region, credentials }: InProcessStack,
  {
    id,
    cites = 'nobody',
    expiresAt = '2099-01-01T00:00:00.000Z',
    content = '€'.repeat(150_000),
    deleted = false,
  }: Draft,
): Promise<void> => {
  const plain = new DynamoDBClient({ endpoint: emulators.dynamodb, region, credentials });
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client({ endpoint: emulators.s3, region, credentials, forcePathStyle: true });
  const { TableNames = [] } = await plain.send(new ListTablesCommand({}));
  const tables = { articles: named(TableNames, 'Articles'), versions: named(TableNames, 'ArticleVersions') };
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  const bucket = Buckets.map(({ Name = '' }) => Name).find((name) => /content/i.test(name)) ?? 'no bucket';
  const articles = dynamoArticleStore(client, tables, s3OverflowTexts(s3, bucket));
  const updatedAt = '2026-01-01T00:00:00.000Z';
  const generation = aGeneration({ pattern_id: `p-${id}` });
  await articles.write(
    written(
      anArticle({
        id,
        state: 'work_in_progress',
        source: 'generated',
        content: articleContent({ content }),
        claims: [{ text: 'Blank pages', case_ids: [cites], quotes: ['Blank pages'] }],
        generation,
        review: { points: [{ reason: 'new_draft', since: updatedAt }], expires_at: expiresAt },
      }),
    ),
  );
  const pattern = aPattern({ id: generation.pattern_id });
  await dynamoPatternRows(client, named(TableNames, 'Patterns'), fixedClock()).write(pattern, 0);
  if (deleted) {
    await articles.write(written({ tenant: 'demo', id, version: 2, deleted, updatedAt }, 1));
  }
  plain.destroy();
  s3.destroy();
};
