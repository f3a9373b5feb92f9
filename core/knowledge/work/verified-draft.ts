import type { KeptDraft } from '#contracts/kept-draft.ts';
import type { PatternDecision, PatternWork } from '#contracts/knowledge-work.ts';
import type { ArticleDraft } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import { verifyDraft } from '#core/knowledge/verification/verify-draft.ts';
import { draftOf, type DraftOfDeps } from './draft-of.ts';
import type { PatternAt } from './each-pattern.ts';
import { sameEvidence, type SameEvidenceDeps } from './same-evidence.ts';

export type VerifiedDraftDeps = SameEvidenceDeps & DraftOfDeps;

/** What may become an article: the draft without what did not hold, and the evidence that all of it rests on. */
export type VerifiedDraft = {
  readonly kind: 'verified';
  readonly written: Extract<KeptDraft, { kind: 'written' }>;
  readonly draft: ArticleDraft;
  /** Statements that were taken away. */
  readonly removed: number;
  readonly evidence: Evidence;
};

const decided = (decision: PatternDecision) => ({ kind: 'decided', decision }) as const;

/** Checks the draft of a pattern against its cases as they are at this moment; or says why there is nothing to store. */
export const verifiedDraft = (deps: VerifiedDraftDeps) => {
  const same = sameEvidence(deps);
  const kept = draftOf(deps);

  return async (
    at: PatternAt,
    work: PatternWork,
  ): Promise<VerifiedDraft | { readonly kind: 'decided'; readonly decision: PatternDecision }> => {
    const seen = await same(at, work);
    if (seen.kind === 'other') return decided(seen.decision);
    const written = await kept(at, work);
    if (written.kind === 'spent') return decided({ kind: 'postponed' });
    if (written.kind === 'unusable') return decided({ kind: 'refused', reason: 'draft_unusable' });
    const verified = verifyDraft(written.draft, seen.evidence);
    return verified.ok
      ? {
          kind: 'verified',
          written,
          draft: verified.draft,
          removed: verified.removed.length,
          evidence: seen.evidence,
        }
      : decided({ kind: 'refused', reason: verified.reason });
  };
};
