import type { ArticleDraft } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { RenderedArticle } from '#core/knowledge/render-article.ts';
import type { KnownCase } from './sample-cases.ts';

/** An article that was written of a found pattern, with what is true of its cases. */
export type WrittenArticle = {
  /** The true pattern of most of its cases. */
  readonly truth: string;
  /** All cases of the found pattern. */
  readonly cases: readonly KnownCase[];
  readonly evidence: Evidence;
  readonly draft: ArticleDraft;
  readonly rendered: RenderedArticle;
};

/** All text of an article, as a reader or a search sees it. */
export const textOfArticle = ({ draft, rendered }: WrittenArticle): string =>
  [draft.title, draft.summary, ...draft.tags, rendered.content, JSON.stringify(rendered.claims)].join('\n');

/** All text of a case. */
export const textOfCase = ({ row: { content } }: KnownCase): string =>
  [
    content.title,
    content.description,
    content.resolution,
    ...(content.feed ?? []).map(({ body }) => body),
  ].join('\n');
