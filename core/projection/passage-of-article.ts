import type { LivingArticle } from '#core/articles/article-row.ts';
import type { RecordCard } from '#core/search/passage.ts';
import { draftPassage, type DraftPassage } from './draft-passage.ts';

/** What filters ask of an article and results show of it. */
export const cardOfArticle = ({ content, ...row }: LivingArticle): RecordCard => ({
  kind: 'article',
  id: row.id,
  version: row.version,
  title: content.title,
  category: content.category,
  product: content.product,
  status: undefined,
  state: row.state,
  audience: content.audience,
  customer: undefined,
  tags: content.tags ?? [],
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

/** What the index holds of an article: title, summary and content, each by itself, so that each has its own weight. */
export const passageOfArticle = (row: LivingArticle): DraftPassage =>
  draftPassage(row.tenant, cardOfArticle(row), {
    summary: row.content.summary?.trim() === '' ? undefined : row.content.summary,
    text: row.content.content,
  });
