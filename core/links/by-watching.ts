import type { ArticleChange, ArticleChangeKind } from '#contracts/article-change.ts';

/** A change of an article that nobody asked for: it follows from changes of cases and other articles. */
export const byWatching = (kind: ArticleChangeKind): ArticleChange => ({
  kind,
  by: { kind: 'job', id: 'watch-records' },
});
