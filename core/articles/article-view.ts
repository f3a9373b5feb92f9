import type { ArticleListItem, ArticleView } from '#contracts/article.ts';
import type { LivingArticle } from './article-row.ts';

/** An article as the API shows it. */
export const articleView = (row: LivingArticle): ArticleView => ({
  ...row.content,
  id: row.id,
  state: row.state,
  source: row.source,
  version: row.version,
  claims: [...row.claims],
  created_at: row.createdAt,
  updated_at: row.updatedAt,
});

/** An article as a list shows it: without its content. */
export const articleSummary = (row: LivingArticle): ArticleListItem => {
  const { content: _content, ...summary } = articleView(row);
  return summary;
};
