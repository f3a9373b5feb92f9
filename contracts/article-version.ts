import * as z from 'zod';
import { ArticlePath, ArticleView } from './article.ts';
import { ArticleActor, ArticleChangeKind } from './article-change.ts';
import { versionNumber } from './article-diff.ts';
import { ArticleState } from './article-state.ts';
import { RecordId } from './case.ts';
import { page, pageQuery } from './page.ts';

/** A version of an article as a list shows it. */
export const ArticleVersionItem = z.object({
  version: z.int(),
  kind: ArticleChangeKind,
  by: ArticleActor,
  at: z.string(),
  state: ArticleState,
  /** Null where what it said was erased. */
  title: z.string().nullable(),
  reason: z.string().optional(),
  other_id: RecordId.optional(),
  /** Whether the article says this now. */
  current: z.boolean(),
});
export type ArticleVersionItem = z.infer<typeof ArticleVersionItem>;

/** Query of `GET /knowledge/{id}/versions`. */
export const VersionListQuery = z.strictObject(pageQuery);

/** A page of versions, newest first. */
export const VersionPageView = page(ArticleVersionItem);

/** Path of one version. */
export const VersionPath = ArticlePath.extend({ version: versionNumber });

/** A version with what the article said then; null where that was erased. */
export const ArticleVersionView = ArticleVersionItem.extend({ article: ArticleView.nullable() });
export type ArticleVersionView = z.infer<typeof ArticleVersionView>;
