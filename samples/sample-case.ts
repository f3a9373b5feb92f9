import type { Customer } from './customers.ts';

/** One entry of the feed of a case. */
export type SampleFeedItem = {
  readonly id: string;
  readonly type: 'comment' | 'status_change' | 'email' | 'note';
  readonly author: string;
  readonly body: string;
  readonly created_at: string;
};

/** A case as a line of an import. */
export type SampleCase = {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly status: string;
  readonly resolution?: string;
  readonly category?: string;
  readonly product: string;
  readonly priority: string;
  readonly customer: Customer['name'];
  readonly customer_email: string;
  readonly tags?: readonly string[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly feed?: readonly SampleFeedItem[];
  readonly created_at: string;
  readonly updated_at: string;
  readonly resolved_at?: string;
};

/** What stands in a feed before it gets its author and its time. */
export type FeedDraft = Pick<SampleFeedItem, 'type' | 'body'>;
