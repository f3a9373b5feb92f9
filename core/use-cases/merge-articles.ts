import type { AuthoriserContext } from '#contracts/principal.ts';
import type { ArticleMerge } from '#contracts/review-decisions.ts';
import { absorbedArticle } from '#core/articles/absorbed-article.ts';
import { actorOf } from '#core/articles/actor-of.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { checkStanding } from '#core/articles/check-standing.ts';
import { movedArticle } from '#core/articles/moved-article.ts';
import { settlePattern, type SettlePatternDeps } from '#core/articles/settle-pattern.ts';
import { contentHash } from '#core/cases/content-hash.ts';
import { DomainError } from '#core/domain-error.ts';
import { moveLinks } from '#core/links/move-links.ts';
import type { ArticleLinks } from '#core/ports/article-links.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import { demandedVersion } from '#core/records/demanded-version.ts';
import { livingRecord, notThere } from '#core/records/living-record.ts';
import { untilWritten } from '#core/records/until-written.ts';

export type MergeArticlesDeps = SettlePatternDeps & {
  articles: ArticleStore;
  links: Pick<ArticleLinks, 'ofArticle' | 'add' | 'remove'>;
  hasher: Hasher;
};

const intoOf = async (articles: ArticleStore, tenant: string, into: string): Promise<LivingArticle> => {
  const row = await livingRecord({ noun: 'article', store: articles }, tenant, into);
  if (row.state === 'archived')
    throw new DomainError('conflict', 'nothing is merged into an archived article');
  return row;
};

const checkMergeable = (from: LivingArticle, into: string): void => {
  if (from.id === into) {
    const errors = [{ path: '/into', message: 'is the article itself' }];
    throw new DomainError('invalid_request', '/into: is the article itself', { errors });
  }
  if (from.state === 'archived') throw new DomainError('conflict', 'an archived article is not merged');
};

/**
 * Archives an article, since another one says the same, which takes over what the first has; both in one transaction.
 * Its links follow, and its pattern counts as covered by the other. What is merged there already stays as it is, and
 * what a crash left undone is done.
 */
export const mergeArticles = (deps: MergeArticlesDeps) => {
  const { articles, clock, hasher } = deps;
  const settle = settlePattern(deps);
  const move = moveLinks(deps.links);

  const merge = async (
    who: AuthoriserContext,
    from: LivingArticle,
    { into: intoId, reason }: ArticleMerge,
  ): Promise<LivingArticle> => {
    checkMergeable(from, intoId);
    const into = await intoOf(articles, who.tenant, intoId);
    const [by, updatedAt] = [actorOf(who), clock.now().toISOString()];
    const archived: LivingArticle = {
      ...movedArticle(hasher, from, { state: 'archived' }),
      mergedInto: into.id,
      version: from.version + 1,
      updatedAt,
    };
    const taken = absorbedArticle(into, from);
    const absorbing: LivingArticle = {
      ...into,
      ...taken,
      contentHash: contentHash(hasher, taken.content),
      version: into.version + 1,
      updatedAt,
    };
    checkStanding(from, archived, who.roles);
    checkStanding(into, absorbing, who.roles);
    await articles.write([
      { row: archived, expected: from.version, change: { kind: 'merged', by, reason, other_id: into.id } },
      { row: absorbing, expected: into.version, change: { kind: 'absorbed', by, reason, other_id: from.id } },
    ]);
    return archived;
  };

  return async (
    who: AuthoriserContext,
    id: string,
    asked: ArticleMerge,
    ifMatch?: number,
  ): Promise<LivingArticle> => {
    const merged = await untilWritten({ noun: 'article', ifMatch }, async () => {
      const from = await articles.find(who.tenant, id);
      if (!from || from.deleted) throw notThere('article');
      demandedVersion('article', from.version, ifMatch);
      return from.mergedInto === asked.into ? from : merge(who, from, asked);
    });
    await move(who.tenant, id, asked.into);
    await settle(who.tenant, merged.generation, { kind: 'covered', articleId: asked.into });
    return merged;
  };
};
