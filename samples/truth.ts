import type { Category } from './pattern.ts';

/** What a case is for: `bridging` is told by the customer in one voice and resolved in another. */
export type Role =
  | 'resolved'
  | 'bridging'
  | 'open'
  | 'thin'
  | 'contradicted'
  | 'exact_duplicate'
  | 'near_duplicate'
  | 'noise';

/** A statement of a case, word for word as it stands there. */
export type GoldFact = {
  readonly kind: 'symptom' | 'clue' | 'step' | 'cause' | 'fix' | 'proof' | 'wrong_fix';
  readonly quote: string;
};

/** What is true of one case; noise has no pattern. */
export type CaseTruth = {
  readonly case_id: string;
  readonly role: Role;
  readonly pattern?: string;
  readonly category?: Category;
  readonly voice?: 'user' | 'administrator' | 'field';
  readonly cause?: string;
  readonly fix?: string;
  readonly duplicate_of?: string;
  readonly gold_facts: readonly GoldFact[];
  readonly personal_data: readonly {
    readonly kind: 'name' | 'email' | 'phone' | 'serial';
    readonly text: string;
  }[];
};
