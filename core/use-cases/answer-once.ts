import { DomainError } from '#core/domain-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { Claim, Claimed, ClaimKey, KeptAnswer, RequestClaims } from '#core/ports/request-claims.ts';

/** How long an answer is kept. */
const KEPT_MILLISECONDS = 24 * 60 * 60 * 1_000;
/** How long a claim holds without an answer; no function of the API runs for so long. */
const CLAIM_MILLISECONDS = 60 * 1_000;

export type AnswerOnceDeps = { claims: RequestClaims; clock: Clock; ids: Ids; hasher: Hasher };

/** An answer; `replayed` says that an earlier request earned it, `lost` why the next one will not get it. */
export type OnceAnswer = {
  readonly answer: KeptAnswer;
  readonly replayed: boolean;
  readonly lost?: unknown;
};

const earlier = (claimed: Exclude<Claimed, { outcome: 'mine' }>, request: string): KeptAnswer => {
  if (claimed.request !== request)
    throw new DomainError('idempotency_key_reused', 'the idempotency key belongs to another request');
  if (claimed.outcome === 'running')
    throw new DomainError('idempotency_key_in_use', 'the first request with this key is still under way');
  return claimed.answer;
};

/**
 * Carries a request out once a key: its success is kept for 24 hours and given to whoever repeats it. A refusal or a
 * fault frees the key, for nothing was done. After a crash the claim ends by itself and the request may run again.
 */
export const answerOnce =
  ({ claims, clock, ids, hasher }: AnswerOnceDeps) =>
  async (claimKey: ClaimKey, request: string, run: () => Promise<KeptAnswer>): Promise<OnceAnswer> => {
    const now = clock.now().getTime();
    const claim: Claim = {
      claimKey,
      request: hasher.sha256(request),
      owner: ids.next(),
      now,
      until: now + CLAIM_MILLISECONDS,
    };
    const claimed = await claims.claim(claim);
    if (claimed.outcome !== 'mine') return { answer: earlier(claimed, claim.request), replayed: true };
    let answer: KeptAnswer;
    try {
      answer = await run();
    } catch (error) {
      await claims.release(claim);
      throw error;
    }
    return { answer, replayed: false, ...(await keep(claims, claim, answer)) };
  };

/** What was done is answered as done, also when the answer cannot be kept: better once more after that than an error now. */
const keep = async (claims: RequestClaims, claim: Claim, answer: KeptAnswer): Promise<{ lost?: unknown }> => {
  try {
    const held = await claims.keep(claim, answer, claim.now + KEPT_MILLISECONDS);
    return held ? {} : { lost: new Error('the claim had ended before the answer was there') };
  } catch (lost) {
    return { lost };
  }
};
