import type { ArticleContent, ArticleSource, Claim } from '#contracts/article.ts';
import type { ArticleGeneration } from '#contracts/article-generation.ts';
import type { ArticleReview } from '#contracts/article-review.ts';
import type { ArticleState } from '#contracts/article-state.ts';
import type { LivingRow } from '#core/records/stored-row.ts';

/** A change of an article that waits for a person. */
export type ArticleProposal = {
  /** The version that says what is proposed. */
  readonly version: number;
  readonly madeAt: string;
  /** Hash of what is proposed: the same is not proposed twice. */
  readonly contentHash: string;
  /** Hash of what the article said then: over anything else the proposal cannot be accepted. */
  readonly baseHash: string;
};

/** An article as it is stored; what is not content changes only by ways of its own. */
export type LivingArticle = LivingRow & {
  readonly content: ArticleContent;
  readonly state: ArticleState;
  readonly source: ArticleSource;
  readonly claims: readonly Claim[];
  /** How it was written from cases; a manual article has none. */
  readonly generation?: ArticleGeneration | undefined;
  /** Why a person should look at it; absent when nobody must. */
  readonly review?: ArticleReview | undefined;
  /** What it should say now, waiting for a person as a version of its own. */
  readonly proposal?: ArticleProposal | undefined;
  /** The article that says the same in its place; only an archived one has it. */
  readonly mergedInto?: string | undefined;
  /** When the newest event of a source occurred that wrote this article; it orders events. */
  readonly sourceUpdatedAt?: string | undefined;
};
