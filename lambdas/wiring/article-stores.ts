import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoArticleStore } from '#adapters/aws/dynamo-article-store.ts';
import { dynamoArticleVersions } from '#adapters/aws/dynamo-article-versions.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import { overflowTexts } from './overflow-texts.ts';

/** Where articles and their versions are. */
type ArticlePlaces = {
  readonly ARTICLES_TABLE: string;
  readonly ARTICLE_VERSIONS_TABLE: string;
  readonly CONTENT_BUCKET: string;
};

/** Articles to be written, and their versions, over one client of DynamoDB. */
export const articleStores = ({
  ARTICLES_TABLE: articles,
  ARTICLE_VERSIONS_TABLE: versions,
  CONTENT_BUCKET,
}: ArticlePlaces): { articles: ArticleStore; versions: ArticleVersions } => {
  const [client, overflow] = [documentClient(), overflowTexts(CONTENT_BUCKET)];
  return {
    articles: dynamoArticleStore(client, { articles, versions }, overflow),
    versions: dynamoArticleVersions(client, versions, overflow, systemClock),
  };
};
