import type { ArticleVersionItem } from '#contracts/article-version.ts';
import { versionView } from '#core/articles/version-view.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import { livingRecord } from '#core/records/living-record.ts';

export type ListArticleVersionsDeps = { articles: ArticleReader; versions: ArticleVersions };

/** A page of an article's versions; `next` is the version before which it goes on. */
export type ListedVersions = {
  readonly items: ArticleVersionItem[];
  readonly next: number | undefined;
};

/** The history of an article that lives, newest first; that of a deleted one is nobody's. */
export const listArticleVersions =
  ({ articles, versions }: ListArticleVersionsDeps) =>
  async (tenant: string, id: string, limit: number, before?: number): Promise<ListedVersions> => {
    const row = await livingRecord({ noun: 'article', store: articles }, tenant, id);
    const { heads, next } = await versions.list(tenant, id, limit, before);
    return { items: heads.map((head) => versionView(head, row.version)), next };
  };
