import { describe, expect, it } from 'vitest';
import { putToReview } from '#core/articles/put-to-review.ts';
import { anArticle } from '#test/support/an-article.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const LATER = '2026-03-02T12:00:00.000Z';

describe('putToReview', () => {
  it('adds a reason once, and what it is about each time', () => {
    const once = putToReview(anArticle(), { reason: 'source_erased', caseIds: ['c-2'] }, NOW);
    const twice = putToReview(once, { reason: 'source_erased', caseIds: ['c-1'] }, LATER);

    expect(twice).toMatchObject({
      version: 3,
      updatedAt: LATER,
      review: { points: [{ reason: 'source_erased', since: NOW, case_ids: ['c-1', 'c-2'] }] },
    });
  });

  it('is the row itself where it says so already', () => {
    const once = putToReview(anArticle(), { reason: 'duplicate', articleIds: ['a-2', 'a-3'] }, NOW);

    expect(putToReview(once, { reason: 'duplicate', articleIds: ['a-3'] }, LATER)).toBe(once);
    expect(putToReview(once, { reason: 'contradicted', articleIds: ['a-3'] }, LATER)).not.toBe(once);
  });

  it('keeps the other reasons and when the draft expires', () => {
    const review = { points: [{ reason: 'new_draft' as const, since: NOW }], expires_at: LATER };
    const row = putToReview(anArticle({ review }), { reason: 'duplicate', articleIds: ['a-2'] }, LATER);

    expect(row.review).toMatchObject({
      expires_at: LATER,
      points: [{ reason: 'new_draft' }, { reason: 'duplicate', since: LATER }],
    });
  });
});
