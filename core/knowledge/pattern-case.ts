import { termsOf } from './terms.ts';

/** A resolved case: how its problem is told, and how it was mended. */
export type PatternCase = {
  readonly id: string;
  readonly customer?: string | undefined;
  /** Title and description. */
  readonly problem: string;
  /** The resolution. */
  readonly remedy: string;
};

/** A resolved case as grouping sees it: only the terms of its texts. */
export type TermedCase = {
  readonly id: string;
  readonly customer?: string | undefined;
  /** Of the problem. */
  readonly told: readonly string[];
  /** Of the remedy. */
  readonly mended: readonly string[];
};

/** The terms of a case's texts. */
export const termedCase = ({ id, customer, problem, remedy }: PatternCase): TermedCase => ({
  id,
  customer,
  told: termsOf(problem),
  mended: termsOf(remedy),
});
