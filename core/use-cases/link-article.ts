import type { ArticleChange } from '#contracts/article-change.ts';
import type { LinkKind } from '#contracts/article-links.ts';
import type { Role } from '#contracts/role.ts';
import { changeArticle } from '#core/articles/change-article.ts';
import { putToReview } from '#core/articles/put-to-review.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { visibleArticle } from '#core/articles/visible-article.ts';
import { livingCase } from '#core/cases/living-case.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleLink } from '#core/links/article-link.ts';
import { linkedNote, reuseNote } from '#core/links/link-notes.ts';
import { reuseOf } from '#core/links/reuse-of.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { KnowledgeBooks } from '#core/ports/knowledge-books.ts';

export type LinkArticleDeps = {
  articles: ArticleStore;
  cases: CaseStore;
  links: ArticleLinks;
  books: Pick<KnowledgeBooks, 'note'>;
  clock: Clock;
  hasher: Hasher;
  resolvedStatuses: readonly string[];
  /** Independent reuse from which a person is asked whether the article is right. */
  enoughReuse: number;
};

/** Who links which article to which case. */
export type LinkWish = {
  readonly tenant: string;
  readonly articleId: string;
  readonly caseId: string;
  readonly kind: LinkKind;
  readonly principal: string;
  readonly roles: readonly Role[];
};

/**
 * Links an article to a case: it was used again. Linking twice changes nothing; another kind for the same two is a
 * `conflict`. When enough independent reuse shows that a not validated article helps, it goes to review: a person
 * decides. All is done again when the same is asked again, so that a crash in the middle is mended by asking.
 */
export const linkArticle = (deps: LinkArticleDeps) => {
  const { articles, cases, links, books, clock, hasher, resolvedStatuses, enoughReuse } = deps;

  const propose = async (article: LivingArticle, { caseId, principal }: ArticleLink): Promise<void> => {
    if (article.state !== 'not_validated') return;
    const { tenant, id } = article;
    const { independent } = reuseOf(await links.ofArticle(tenant, id));
    // Only a link that shows something raises the question: a person who has answered it is not asked by the others.
    if (independent.length < enoughReuse || !independent.includes(caseId)) return;
    const change: ArticleChange = { kind: 'flagged', by: { kind: 'principal', id: principal } };
    await changeArticle(articles, { tenant, id, change }, (row) =>
      row.state === 'not_validated'
        ? putToReview(row, { reason: 'enough_reuse', caseIds: independent }, clock.now().toISOString())
        : row,
    );
  };

  return async ({ tenant, articleId, caseId, kind, principal, roles }: LinkWish): Promise<ArticleLink> => {
    const [article, row] = await Promise.all([
      visibleArticle(articles, tenant, articleId, roles),
      livingCase(cases, tenant, caseId),
    ]);
    const { customer } = row.content;
    const link = await links.add({
      tenant,
      articleId,
      caseId,
      kind,
      principal,
      customer: customer === undefined ? undefined : hasher.sha256(JSON.stringify([tenant, customer])),
      isSource: article.claims.some(({ case_ids: ids }) => ids.includes(caseId)),
      linkedAt: clock.now().toISOString(),
    });
    if (link.kind !== kind)
      throw new DomainError('conflict', `they are linked as ${link.kind}: remove that link first`);
    const linked = linkedNote(hasher, row, resolvedStatuses);
    await books.note(tenant, [reuseNote(hasher, link), ...(linked ? [linked] : [])]);
    await propose(article, link);
    return link;
  };
};
