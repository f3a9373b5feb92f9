import type { Votes } from './role.ts';
import type { Sentence } from './sentences-of.ts';

/** In which part of a case a sentence stands. */
export type Part = 'title' | 'problem' | 'solution';

/** Where a solution is told: while it was worked on, in the end, or by the customer afterwards. */
export const STAGES = ['note', 'resolution', 'mail'] as const;
export type Stage = (typeof STAGES)[number];

/** A sentence of a case that may stand in an article. */
export type ToldSentence = Sentence & {
  readonly caseId: string;
  /** Its customer, or the case where that is not known: two cases of one customer may tell of one machine. */
  readonly teller: string;
  readonly part: Part;
  /** Only in a solution. */
  readonly stage: Stage | undefined;
  /** Place among the sentences of its part. */
  readonly place: number;
  /** What its words and where it stands say about its role; only in a solution. */
  readonly votes: Votes | undefined;
};
