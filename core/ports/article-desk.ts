import type { ReviewReason } from '#contracts/article-review.ts';

/** Which part of a tenant's queue of reviews is asked for; `after` is the place of an entry. */
export type QueueQuery = {
  readonly reason?: ReviewReason | undefined;
  readonly category?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
};

/** An article in the queue, and its place there. */
export type QueueEntry = { readonly id: string; readonly place: string };

/** A page of the queue; `next` is where to go on, absent at the end. */
export type QueuePage = { readonly entries: readonly QueueEntry[]; readonly next: string | undefined };

/** An article of any tenant that somebody must look after, at the version at which that was noted. */
export type DueArticle = { readonly tenant: string; readonly id: string; readonly version: number };

/**
 * What is to be done about articles; the article store keeps it with every write, here it is read, somewhat late.
 * Every implementation must pass test/contract/article-desk.contract.ts.
 */
export interface ArticleDesk {
  /** The articles of a tenant that wait for a person, what saves most first, then by id descending. A page may be short; only `next` tells the end. */
  queue(tenant: string, query: QueueQuery): Promise<QueuePage>;
  /** Drafts that have expired by a time (ISO 8601 UTC), the longest first. */
  expired(by: string, limit: number): Promise<readonly DueArticle[]>;
  /** Deleted articles whose versions may still be there. */
  unerased(limit: number): Promise<readonly DueArticle[]>;
  /** Since when the review waits that waits the longest; undefined when none does. */
  oldestReview(): Promise<string | undefined>;
}
