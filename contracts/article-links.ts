import * as z from 'zod';
import { RecordId } from './case.ts';
import { ArticleState } from './article-state.ts';

/** What an article was to a case: it resolved it, or it is only worth reading beside it. */
export const LinkKind = z.enum(['resolved_with', 'related']);
export type LinkKind = z.infer<typeof LinkKind>;

/** Body of `POST /knowledge/{id}/links`. */
export const NewArticleLink = z.strictObject({
  case_id: RecordId,
  kind: LinkKind.default('resolved_with'),
});

/** Path of one link. */
export const ArticleLinkPath = z.strictObject({ id: RecordId, case_id: RecordId });

/** That an article is linked to a case. */
export const ArticleLinkView = z.object({
  article_id: RecordId,
  case_id: RecordId,
  kind: LinkKind,
  /** Subject of who linked them. */
  linked_by: z.string(),
  linked_at: z.string(),
});
export type ArticleLinkView = z.infer<typeof ArticleLinkView>;

/** Answer of `GET /knowledge/{id}/links`: the newest first, 1,000 at most. */
export const ArticleLinks = z.object({
  items: z.array(ArticleLinkView),
  /** Cases that it was linked to, and those among them that show by themselves that it helps. */
  reuse: z.object({ cases: z.int(), independent: z.int() }),
});
export type ArticleLinks = z.infer<typeof ArticleLinks>;

/** Answer of `GET /cases/{id}/links`: the articles that the caller may see, the newest link first. */
export const CaseLinks = z.object({
  items: z.array(ArticleLinkView.extend({ title: z.string(), state: ArticleState })),
});
export type CaseLinks = z.infer<typeof CaseLinks>;
