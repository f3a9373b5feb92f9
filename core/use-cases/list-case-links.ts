import type { CaseLinks } from '#contracts/article-links.ts';
import type { Role } from '#contracts/role.ts';
import { maySee } from '#core/articles/shown-states.ts';
import { livingCase } from '#core/cases/living-case.ts';
import { linkView, newestFirst } from '#core/links/link-view.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

export type ListCaseLinksDeps = {
  articles: Pick<ArticleStore, 'findMany'>;
  cases: CaseStore;
  links: Pick<ArticleLinks, 'ofCase'>;
};

/** The articles that are linked to a case, those that the caller may see in their state. */
export const listCaseLinks =
  ({ articles, cases, links }: ListCaseLinksDeps) =>
  async (tenant: string, id: string, roles: readonly Role[]): Promise<CaseLinks> => {
    await livingCase(cases, tenant, id);
    const all = newestFirst(await links.ofCase(tenant, id));
    const rows = await articles.findMany(
      tenant,
      all.map(({ articleId }) => articleId),
    );
    const items = all.flatMap((link) => {
      const row = rows.get(link.articleId);
      return row && !row.deleted && maySee(roles, row.state)
        ? [{ ...linkView(link), title: row.content.title, state: row.state }]
        : [];
    });
    return { items };
  };
