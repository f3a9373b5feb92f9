import type { ArticleReview } from '#contracts/article-review.ts';
import type { StoredDraft } from './written-draft.ts';

const DAY = 24 * 60 * 60 * 1_000;

/** The review that every new draft waits for; unseen, it expires after so many days. */
const newDraft = (now: Date, expiryDays: number): ArticleReview => ({
  points: [{ reason: 'new_draft', since: now.toISOString() }],
  expires_at: new Date(now.getTime() + expiryDays * DAY).toISOString(),
});

/** What an article is that was just written from cases: work in progress that waits for a person. */
export const draftedArticle = ({ draft, contentHash, now, expiryDays }: StoredDraft) => {
  const at = now.toISOString();
  return {
    content: draft.content,
    contentHash,
    claims: draft.claims,
    // The time of its row, by which a draft is known that nobody has touched.
    generation: { ...draft.generation, written_at: at },
    state: 'work_in_progress',
    source: 'generated',
    review: newDraft(now, expiryDays),
    proposal: undefined,
    updatedAt: at,
  } as const;
};
