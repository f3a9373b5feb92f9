import { DomainError } from '#core/domain-error.ts';

/** The refusal of a decision about an article that waits for none. */
export const notWaiting = (what: 'review' | 'proposal'): DomainError =>
  new DomainError('conflict', `the article has no ${what} that waits to be decided`);
