import type { AuthoriserContext } from '#contracts/principal.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeAsPerson } from '#core/articles/change-as-person.ts';
import { notWaiting } from '#core/articles/not-waiting.ts';
import { withoutReviewPoints } from '#core/articles/without-review-points.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { Clock } from '#core/ports/clock.ts';

export type RejectProposalDeps = { articles: ArticleStore; clock: Clock };

/** Drops what is proposed; the article goes on saying what it says, and what else there is to look at stays. */
export const rejectProposal =
  (deps: RejectProposalDeps) =>
  (who: AuthoriserContext, id: string, reason: string, ifMatch?: number): Promise<LivingArticle> => {
    const edit = { id, ifMatch, change: { kind: 'proposal_rejected', reason } } as const;
    return changeAsPerson(deps, who, edit, ({ proposal, ...row }) => {
      if (!proposal) throw notWaiting('proposal');
      return { ...row, review: withoutReviewPoints(row.review, ['changed_evidence']) };
    });
  };
