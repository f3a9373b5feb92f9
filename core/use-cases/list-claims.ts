import type { ClaimView } from '#contracts/article-claims.ts';
import type { AuthoriserContext } from '#contracts/principal.ts';
import { holdsPermission } from '#contracts/role.ts';
import { claimSource } from '#core/articles/claim-source.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleReader } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

export type ListClaimsDeps = { articles: ArticleReader; cases: Pick<CaseStore, 'findMany'> };

/** The statements of an article that the caller may see, with the words of the cases that they rest on as they are now. */
export const listClaims =
  ({ articles, cases }: ListClaimsDeps) =>
  async ({ tenant, roles }: AuthoriserContext, id: string): Promise<ClaimView[]> => {
    // The words around a quote are the case's, not the article's.
    if (!holdsPermission(roles, 'cases:read')) throw new DomainError('forbidden', 'this needs cases:read');
    const { claims } = await visibleArticle(articles, tenant, id, roles);
    const rows = await cases.findMany(
      tenant,
      claims.flatMap(({ case_ids: ids }) => ids),
    );
    const contentOf = (caseId: string) => {
      const row = rows.get(caseId);
      return row?.deleted === false ? row.content : undefined;
    };
    return claims.map(({ text, by, case_ids: ids, quotes }) => ({
      text,
      ...(by && { by }),
      sources: ids.map((caseId, n) => claimSource(caseId, quotes[n] ?? '', contentOf(caseId))),
    }));
  };
