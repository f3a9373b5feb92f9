import type { SearchFeedback } from '#contracts/search-feedback.ts';
import { hourOf } from '#core/analytics/hour-stats.ts';
import { readSearchId, resultMark } from '#core/analytics/search-id.ts';
import { DomainError } from '#core/domain-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { FeedbackStore } from '#core/ports/feedback-store.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Signer } from '#core/ports/signer.ts';

export type GiveSearchFeedbackDeps = {
  feedback: FeedbackStore;
  hasher: Hasher;
  signer: Signer;
  clock: Clock;
};

const DAY = 24 * 60 * 60 * 1000;

/**
 * Records what a person says about a result. An id that is unknown, changed, of another tenant or older than 24 hours
 * is `not_found`, all the same; a result that the search did not show is `invalid_request`.
 */
export const giveSearchFeedback =
  ({ feedback, hasher, signer, clock }: GiveSearchFeedbackDeps) =>
  async (tenant: string, principal: string, said: SearchFeedback): Promise<void> => {
    const now = clock.now();
    const search = readSearchId({ signer }, tenant, said.search_id);
    if (!search || now.getTime() - search.at > DAY) {
      throw new DomainError('not_found', 'no search of the last 24 hours has this search_id');
    }
    if (!search.marks.has(resultMark(hasher, said.result_id))) {
      throw new DomainError('invalid_request', 'this search did not show that result', {
        errors: [{ path: '/result_id', message: 'not among the results of this search' }],
      });
    }
    await feedback.record({
      tenant,
      principal,
      search: search.eventId,
      hour: hourOf(new Date(search.at).toISOString()),
      counts: !search.continued,
      resultId: said.result_id,
      verdict: said.verdict,
      position: said.position,
      at: now,
    });
  };
