import type { ArticleContent, Claim } from '#contracts/article.ts';
import type { ArticleActor } from '#contracts/article-change.ts';
import type { ArticleGeneration } from '#contracts/article-generation.ts';

/** An article that was written from cases and verified, before it is stored. */
export type WrittenDraft = {
  readonly content: ArticleContent;
  readonly claims: readonly Claim[];
  readonly generation: ArticleGeneration;
};

/** Who wrote a draft: a run of the job. */
export const writerOf = ({ generation }: WrittenDraft): ArticleActor => ({
  kind: 'job',
  id: generation.run_id,
});

/** A draft that is stored now. */
export type StoredDraft = {
  readonly draft: WrittenDraft;
  readonly contentHash: string;
  readonly now: Date;
  readonly expiryDays: number;
};
