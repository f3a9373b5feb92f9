import type { ArticleState } from '#contracts/article-state.ts';
import { PUBLISHED } from '#core/articles/shown-states.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { Tombstone } from '#core/records/stored-row.ts';

/** What numbers about knowledge need of an article. */
export type ArticleCard = {
  readonly articleId: string;
  /** Version of the article that it was made from. */
  readonly version: number;
  /** Undefined for a deleted one. */
  readonly state: ArticleState | undefined;
  /** The pattern that it was written from. */
  readonly patternId?: string | undefined;
  /** When it was first there, or last written from cases. ISO 8601 UTC. */
  readonly draftedAt: string;
  /** When it was first seen published. */
  readonly publishedAt?: string | undefined;
  /** Since when it waits for a person. */
  readonly waitingSince?: string | undefined;
  /** Millionths of a US dollar that its last writing cost. */
  readonly costMicroUsd?: number | undefined;
};

const MICRO = 1_000_000;

const earliest = (times: readonly string[]): string | undefined => times.toSorted()[0];

/** The card of an article as it is now. */
export const articleCard = (row: LivingArticle | Tombstone): ArticleCard => {
  const { id: articleId, version, updatedAt } = row;
  if (row.deleted) return { articleId, version, state: undefined, draftedAt: updatedAt };
  const { state, generation, review } = row;
  return {
    articleId,
    version,
    state,
    draftedAt: generation?.written_at ?? row.createdAt,
    ...(generation && {
      patternId: generation.pattern_id,
      costMicroUsd: Math.round(generation.cost_usd * MICRO),
    }),
    ...(PUBLISHED.includes(state) && { publishedAt: updatedAt }),
    ...(review && { waitingSince: earliest(review.points.map(({ since }) => since)) }),
  };
};
