import { DomainError } from '#core/domain-error.ts';

/** Seconds after which a caller may try again: an index that slept is awake after 10 to 30 s. */
const RETRY_AFTER_SECONDS = 15;

/** What of the index did not answer: all of it, or vectors alone. */
export type SilentPart = 'all' | 'vectors';

/** The index did not answer in time, or said that it cannot now; the call itself wakes an index that sleeps. */
export class IndexUnavailable extends DomainError {
  readonly part: SilentPart;

  constructor(part: SilentPart, cause: unknown) {
    super('unavailable', 'the search index does not answer; if it slept, it is waking up now', {
      cause,
      retryAfterSeconds: RETRY_AFTER_SECONDS,
    });
    this.name = 'IndexUnavailable';
    this.part = part;
  }
}
