import type { AuthoriserContext } from '#contracts/principal.ts';
import type { ReviewReason } from '#contracts/article-review.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import { changeAsPerson } from '#core/articles/change-as-person.ts';
import { notWaiting } from '#core/articles/not-waiting.ts';
import { withoutReviewPoints } from '#core/articles/without-review-points.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';
import type { ArticleVersions } from '#core/ports/article-versions.ts';
import type { Clock } from '#core/ports/clock.ts';

export type AcceptProposalDeps = { articles: ArticleStore; versions: ArticleVersions; clock: Clock };

/** What a proposal from the cases as they are now answers. */
const ANSWERED: readonly ReviewReason[] = [
  'changed_evidence',
  'contradicted',
  'source_reopened',
  'source_erased',
];

/**
 * Makes what is proposed what the article says; its state stays. A proposal that was made over another text than the
 * article has now is a `conflict`: accepting it would undo somebody's work.
 */
export const acceptProposal =
  ({ articles, versions, clock }: AcceptProposalDeps) =>
  (who: AuthoriserContext, id: string, reason?: string, ifMatch?: number): Promise<LivingArticle> => {
    const edit = { id, ifMatch, change: { kind: 'proposal_accepted', reason } } as const;
    return changeAsPerson({ articles, clock }, who, edit, async ({ proposal, ...row }) => {
      if (!proposal) throw notWaiting('proposal');
      if (proposal.baseHash !== row.contentHash)
        throw new DomainError('conflict', 'the article was changed after the proposal was made');
      const proposed = (await versions.find(who.tenant, id, proposal.version))?.article;
      if (!proposed) throw new DomainError('conflict', 'what was proposed was erased; reject it');
      const { content, contentHash, claims, generation } = proposed;
      const review = withoutReviewPoints(row.review, ANSWERED);
      return { ...row, content, contentHash, claims, generation, review };
    });
  };
