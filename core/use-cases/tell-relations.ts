import type { ArticleState } from '#contracts/article-state.ts';
import { changeArticle } from '#core/articles/change-article.ts';
import type { Relation } from '#core/articles/compare-articles.ts';
import { findRelated, type FindRelatedDeps, type Related } from '#core/articles/find-related.ts';
import { putToReview, type NewPoint } from '#core/articles/put-to-review.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { NO_TIES } from '#core/links/article-ties.ts';
import { byWatching } from '#core/links/by-watching.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleTiesStore } from '#core/ports/article-ties-store.ts';
import type { Clock } from '#core/ports/clock.ts';

export type TellRelationsDeps = FindRelatedDeps & {
  articles: ArticleStore;
  articleTies: ArticleTiesStore;
  clock: Clock;
};

/** What is in the archive is in nobody's way. */
const COMPARED: readonly ArticleState[] = ['work_in_progress', 'not_validated', 'validated'];

/** Pairs that a person was told of; the oldest go first. */
const MOST_TOLD = 200;

const REASONS: readonly (readonly [Relation, NewPoint['reason']])[] = [
  ['duplicate', 'duplicate'],
  ['contradiction', 'contradicted'],
];

/** What a person is not told of yet: a point for each reason, and the pairs that it is about. */
const untold = (found: readonly Related[], told: ReadonlySet<string>) =>
  REASONS.map(([relation, reason]) => {
    const others = found
      .filter(({ comparison }) => comparison.relation === relation)
      .map(({ row }) => ({ id: row.id, pair: `${relation}#${row.id}` }))
      .filter(({ pair }) => !told.has(pair));
    return { reason, articleIds: others.map(({ id }) => id), pairs: others.map(({ pair }) => pair) };
  }).filter(({ pairs }) => pairs.length > 0);

/**
 * Compares what an article says, whenever that changed, with the articles near it, and sends it to review for what is
 * the same or contradicts it: once for each such pair, so that a person who keeps both is not asked again.
 */
export const tellRelations = (deps: TellRelationsDeps) => {
  const { articles, articleTies, clock } = deps;
  const related = findRelated(deps);

  const tell = async ({ tenant, id }: LivingArticle, point: NewPoint): Promise<void> => {
    const key = { tenant, id, change: byWatching('flagged') };
    await changeArticle(articles, key, (row) => putToReview(row, point, clock.now().toISOString()));
  };

  return async (row: LivingArticle): Promise<void> => {
    const { tenant, id, contentHash } = row;
    const { revision, cites, compared, told } = (await articleTies.find(tenant, id)) ?? NO_TIES;
    if (row.state === 'archived' || compared === contentHash) return;
    const points = untold(await related(row, COMPARED), new Set(told));
    for (const { reason, articleIds } of points) await tell(row, { reason, articleIds });
    const next = {
      revision: revision + 1,
      cites,
      compared: contentHash,
      told: [...told, ...points.flatMap(({ pairs }) => pairs)].slice(-MOST_TOLD),
    };
    // Somebody who was quicker compares it, too, or has changed it: then it is followed again.
    await articleTies.write(tenant, id, next, { gained: [], lost: [] });
  };
};
