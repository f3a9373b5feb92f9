import type { CaseRow } from '#core/cases/case-row.ts';
import type { ArticleWrite } from './article-store.ts';

/** A row that an event makes, over the stored version `expected` (0: no row). */
export type EventChange =
  | { readonly kind: 'case'; readonly row: CaseRow; readonly expected: number }
  | ({ readonly kind: 'article' } & ArticleWrite);

/** An event that is done now; times are milliseconds since 1970. */
export type EventEntry = {
  readonly tenant: string;
  readonly eventId: string;
  readonly now: number;
  /** Until when the event is known. */
  readonly until: number;
  /** Absent when the event changes nothing. */
  readonly change: EventChange | undefined;
};

/** Which events are done. Every implementation must pass test/contract/event-journal.contract.ts. */
export interface EventJournal {
  /**
   * Remembers the event and writes its row, both or neither: `duplicate` when the event is known at `now`, `stale` when
   * the row is no longer at the version that was read; nothing is written then.
   */
  commit(entry: EventEntry): Promise<'committed' | 'duplicate' | 'stale'>;
}
