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
  ...(row.generation && { generation: row.generation }),
  ...(row.review && { review: row.review }),
  ...(row.proposal && { proposal: { version: row.proposal.version, made_at: row.proposal.madeAt } }),
  ...(row.mergedInto !== undefined && { merged_into: row.mergedInto }),
  created_at: row.createdAt,
  updated_at: row.updatedAt,
});

/** An article as a list shows it: without its content. */
export const articleSummary = (row: LivingArticle): ArticleListItem => {
  const { content: _content, ...summary } = articleView(row);
  return summary;
};
