import type { ArticleContent } from '#contracts/article.ts';
import type { CaseContent } from '#contracts/case.ts';

/** A change of one record in its source, as the product understands it; without content the record is gone. */
export type IncomingEvent = {
  readonly eventId: string;
  /** ISO 8601 UTC. */
  readonly occurredAt: string;
  readonly id: string;
} & (
  | { readonly kind: 'case'; readonly content: CaseContent | undefined }
  | { readonly kind: 'article'; readonly content: ArticleContent | undefined }
);
