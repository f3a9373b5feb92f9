import type { RefusalReason } from '#contracts/refusal-reason.ts';

/** What became of a pattern when it was last looked at. */
export type PatternOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'drafted'; readonly articleId: string }
  | { readonly kind: 'covered'; readonly articleId: string }
  /** `questions`: what the cases would have to answer before an article can be written. */
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly questions: readonly string[];
      /** What the person said who rejected the article. */
      readonly note?: string | undefined;
    };

/** A pattern as it is kept; its cases are listed apart. */
export type StoredPattern = {
  readonly tenant: string;
  /** Stays when cases come and go. */
  readonly id: string;
  readonly category: string;
  /** Words that its cases share, for people. */
  readonly label: string;
  readonly product?: string | undefined;
  /** 0 when its cases are no pattern any more; it is kept where an article came of it. */
  readonly size: number;
  /** Distinct customers; undefined where no case has one. */
  readonly customers: number | undefined;
  /** Hash of the ids and contents of its cases. */
  readonly evidence: string;
  /** Evidence that the outcome is about; another one now means that the pattern is to be looked at again. */
  readonly decidedOn?: string | undefined;
  readonly outcome: PatternOutcome;
  /** Of a pattern that is no more: the one that now holds most of its cases. */
  readonly heir?: string | undefined;
  /** Raised with every write. */
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};
