import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoArticleReader } from '#adapters/aws/dynamo-article-reader.ts';
import { dynamoCaseStore } from '#adapters/aws/dynamo-case-store.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { overflowTexts } from './overflow-texts.ts';

/** Where the records of every kind are. */
type RecordPlaces = {
  readonly CASES_TABLE: string;
  readonly ARTICLES_TABLE: string;
  readonly CONTENT_BUCKET: string;
};

/** The stores of every kind of record, over one client of DynamoDB. */
export const recordStores = ({
  CASES_TABLE,
  ARTICLES_TABLE,
  CONTENT_BUCKET,
}: RecordPlaces): { cases: CaseStore; articles: ArticleReader } => {
  const [client, overflow] = [documentClient(), overflowTexts(CONTENT_BUCKET)];
  return {
    cases: dynamoCaseStore(client, CASES_TABLE, overflow),
    articles: dynamoArticleReader(client, ARTICLES_TABLE, overflow),
  };
};
