import { documentClient, s3Client } from '#adapters/aws/clients.ts';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import { s3OverflowTexts } from '#adapters/aws/s3-overflow-texts.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

/** Where the records of every kind are. */
type RecordPlaces = {
  readonly CASES_TABLE: string;
  readonly ARTICLES_TABLE: string;
  readonly CONTENT_BUCKET: string;
};

/** The stores of every kind of record, over one client each of DynamoDB and S3. */
export const recordStores = ({
  CASES_TABLE,
  ARTICLES_TABLE,
  CONTENT_BUCKET,
}: RecordPlaces): { cases: CaseStore; articles: ArticleStore } => {
  const [client, overflow] = [documentClient(), s3OverflowTexts(s3Client(), CONTENT_BUCKET)];
  return {
    cases: dynamoCaseStore(client, CASES_TABLE, overflow),
    articles: dynamoArticleStore(client, ARTICLES_TABLE, overflow),
  };
};
