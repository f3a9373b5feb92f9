import type { FeedItem } from '#contracts/case.ts';

/** Where in a case a text stands. */
export type EvidenceField = 'title' | 'description' | 'resolution' | 'feed';

/** One text of a case, as it is stored; a feed has one for each item. */
export type EvidenceText = {
  readonly field: EvidenceField;
  readonly body: string;
  /** What a feed item is: a customer's mail is read in another way than an engineer's note. */
  readonly type?: FeedItem['type'] | undefined;
  /** When a feed item was written. */
  readonly at?: string | undefined;
};

/** A case of a pattern, as those see it who write an article from it and who check what they wrote. */
export type EvidenceCase = {
  readonly id: string;
  readonly customer?: string | undefined;
  readonly product?: string | undefined;
  readonly resolvedAt?: string | undefined;
  /** Names and addresses of people that its fields hold (customer's address, authors of the feed): never to be shown. */
  readonly people?: readonly string[] | undefined;
  readonly texts: readonly EvidenceText[];
};

/** All that an article about a pattern may rest on. Nothing else is known to writer and verification. */
export type Evidence = {
  readonly tenant: string;
  readonly patternId: string;
  /** Hash of the ids and contents of the cases: the same evidence is never written from twice. */
  readonly hash: string;
  readonly category?: string | undefined;
  readonly product?: string | undefined;
  /** Distinct customers; undefined where no case has one, and the article says so. */
  readonly customers: number | undefined;
  /** The cases to cite, those that say most first; of a large pattern only a selection. */
  readonly cases: readonly EvidenceCase[];
  /** Cases of the whole pattern. */
  readonly size: number;
};
