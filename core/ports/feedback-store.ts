import type { Verdict } from '#contracts/search-feedback.ts';

/** One thing that one person said about one result of one search. */
export type Feedback = {
  readonly tenant: string;
  readonly principal: string;
  /** The event id of the search, and the hour `YYYY-MM-DDTHH` in which it ran. */
  readonly search: string;
  readonly hour: string;
  /** Whether a click counts for the click-through rate; a click on a following page does not. */
  readonly counts: boolean;
  readonly resultId: string;
  readonly verdict: Verdict;
  readonly position: number | undefined;
  readonly at: Date;
};

/** What people said about results. Every implementation must pass test/contract/feedback-store.contract.ts. */
export interface FeedbackStore {
  /** Keeps it once: the same again by the same principal changes nothing, and a search is clicked once, whoever clicks. */
  record(feedback: Feedback): Promise<void>;
  /** How many searches of these hours were clicked. */
  clicksBetween(tenant: string, from: string, to: string): Promise<number>;
}
