import type { ArticleDiff } from '#contracts/article-diff.ts';
import { articleDiff } from '#core/articles/article-diff.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import type { TextDiff } from '#core/ports/text-diff.ts';
import { livingRecord, notThere } from '#core/records/living-record.ts';

export type DiffArticleDeps = { articles: ArticleReader; versions: ArticleVersions; texts: TextDiff };

/** Two versions of an article that lives. */
export type VersionPair = { readonly id: string; readonly from: number; readonly to: number };

/** What two versions of an article say differently; `conflict` where one of them was erased. */
export const diffArticle =
  ({ articles, versions, texts }: DiffArticleDeps) =>
  async (tenant: string, { id, from, to }: VersionPair): Promise<ArticleDiff> => {
    await livingRecord({ noun: 'article', store: articles }, tenant, id);
    const said = async (version: number): Promise<LivingArticle> => {
      const kept = await versions.find(tenant, id, version);
      if (!kept) throw notThere('version');
      if (!kept.article) throw new DomainError('conflict', `what version ${version} said was erased`);
      return kept.article;
    };
    return articleDiff(texts, await said(from), await said(to));
  };
