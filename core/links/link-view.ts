import type { ArticleLinkView } from '#contracts/article-links.ts';
import type { ArticleLink } from './article-link.ts';

/** A link as the API shows it. */
export const linkView = (link: ArticleLink): ArticleLinkView => ({
  article_id: link.articleId,
  case_id: link.caseId,
  kind: link.kind,
  linked_by: link.principal,
  linked_at: link.linkedAt,
});

/** Links, the newest first. */
export const newestFirst = (links: readonly ArticleLink[]): readonly ArticleLink[] =>
  links.toSorted(
    (one, other) => Number(one.linkedAt < other.linkedAt) - Number(one.linkedAt > other.linkedAt),
  );
