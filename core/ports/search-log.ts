import type { SearchEvent } from '#contracts/search-event.ts';

/** Where each search is recorded: one line of the log, nothing is waited for. */
export interface SearchLog {
  record(event: SearchEvent): void;
}
