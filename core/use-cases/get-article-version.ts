import type { ArticleVersionView } from '#contracts/article-version.ts';
import { articleView } from '#core/articles/article-view.ts';
import { versionView } from '#core/articles/version-view.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import { livingRecord, notThere } from '#core/records/living-record.ts';

export type GetArticleVersionDeps = { articles: ArticleReader; versions: ArticleVersions };

/** What an article that lives said in one of its versions; `not_found` for one that it never had. */
export const getArticleVersion =
  ({ articles, versions }: GetArticleVersionDeps) =>
  async (tenant: string, id: string, version: number): Promise<ArticleVersionView> => {
    const row = await livingRecord({ noun: 'article', store: articles }, tenant, id);
    const kept = await versions.find(tenant, id, version);
    if (!kept) throw notThere('version');
    const article = kept.article ? articleView(kept.article) : null;
    return { ...versionView(kept.head, row.version), article };
  };
