import type { APIGatewayProxyResult } from 'aws-lambda';
import type { ArticleChangeKind } from '#contracts/article-change.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { articleView } from '#core/articles/article-view.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { etagOf } from './etag.ts';
import { json } from './json.ts';
import { log } from './log.ts';

/** The answer that shows an article. */
export const articleAnswer = (
  status: number,
  row: LivingArticle,
  headers: Readonly<Record<string, string>> = {},
): APIGatewayProxyResult => json(status, articleView(row), { etag: etagOf(row.version), ...headers });

/** Notes in the log that the bound caller changed an article. */
export const noteChange = (kind: ArticleChangeKind, row: LivingArticle | Tombstone): void =>
  log('ARTICLE_CHANGED', {
    kind,
    article_id: row.id,
    version: row.version,
    state: row.deleted ? undefined : row.state,
  });

/** The answer to a change of an article, which is noted in the log. */
export const changedArticle = (kind: ArticleChangeKind, row: LivingArticle): APIGatewayProxyResult => {
  noteChange(kind, row);
  return articleAnswer(200, row);
};
