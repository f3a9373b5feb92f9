import * as z from 'zod';
import { ArticleState } from './article-state.ts';
import { RecordId } from './case.ts';

/** Another article, and how alike both are: cosines of their words, 0 to 1. */
export const RelatedArticle = z.object({
  article_id: RecordId,
  title: z.string(),
  state: ArticleState,
  /** How alike the problem is told. */
  problem: z.number(),
  /** How alike the resolution is told. */
  resolution: z.number(),
});
export type RelatedArticle = z.infer<typeof RelatedArticle>;

/** Answer of `GET /knowledge/{id}/related`; an article stands in one of the lists, the most alike first. */
export const RelatedArticles = z.object({
  /** The same problem, the same resolution. */
  duplicates: z.array(RelatedArticle),
  /** The same problem and, as far as both name one, the same cause, but another resolution. */
  contradictions: z.array(RelatedArticle),
  similar: z.array(RelatedArticle),
});
export type RelatedArticles = z.infer<typeof RelatedArticles>;
