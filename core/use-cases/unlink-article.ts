import type { Role } from '#contracts/role.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import { linkedNote, reuseNote } from '#core/links/link-notes.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { KnowledgeBooks } from '#core/ports/knowledge-books.ts';
import { notThere } from '#core/records/living-record.ts';

export type UnlinkArticleDeps = {
  articles: ArticleStore;
  cases: CaseStore;
  links: ArticleLinks;
  books: Pick<KnowledgeBooks, 'takeBack'>;
  hasher: Hasher;
  resolvedStatuses: readonly string[];
};

/** Which link somebody takes away. */
export type UnlinkWish = {
  readonly tenant: string;
  readonly articleId: string;
  readonly caseId: string;
  readonly roles: readonly Role[];
};

/** Takes a link away, and what the books know of it first, so that a crash leaves nothing counted; `not_found` when there is none. */
export const unlinkArticle = ({
  articles,
  cases,
  links,
  books,
  hasher,
  resolvedStatuses,
}: UnlinkArticleDeps) => {
  const takeBack = async (tenant: string, caseId: string, articleId: string): Promise<void> => {
    const all = await links.ofCase(tenant, caseId);
    const own = all.find((link) => link.articleId === articleId);
    if (!own) throw notThere('link');
    await books.takeBack(tenant, reuseNote(hasher, own));
    const row = await cases.find(tenant, caseId);
    const linked = row && !row.deleted && all.length === 1 && linkedNote(hasher, row, resolvedStatuses);
    if (linked) await books.takeBack(tenant, linked);
  };

  return async ({ tenant, articleId, caseId, roles }: UnlinkWish): Promise<void> => {
    await visibleArticle(articles, tenant, articleId, roles);
    await takeBack(tenant, caseId, articleId);
    if (!(await links.remove(tenant, articleId, caseId))) throw notThere('link');
  };
};
