import type { ImportState } from '#contracts/import-state.ts';

/** Where an import may go from each state; nothing else happens to `state`, but for a retry. */
const TRANSITIONS: Record<ImportState, readonly ImportState[]> = {
  awaiting_upload: ['processing', 'cancelled', 'failed'],
  processing: ['needs_review', 'verifying', 'completed', 'cancelled', 'failed'],
  needs_review: ['processing', 'cancelled'],
  verifying: ['completed', 'cancelled'],
  completed: [],
  cancelled: [],
  failed: [],
};

const STATES: readonly ImportState[] = [
  'awaiting_upload',
  'processing',
  'needs_review',
  'verifying',
  'completed',
  'cancelled',
  'failed',
];

/** The states from which `to` can be reached. */
export const statesBefore = (to: ImportState): readonly ImportState[] =>
  STATES.filter((state) => TRANSITIONS[state].includes(to));

/** The states in which nothing more happens to an import by itself; only a retry leaves them. */
export const FINAL: readonly ImportState[] = STATES.filter((state) => TRANSITIONS[state].length === 0);

/** Whether nothing more happens to an import by itself. */
export const isFinal = (state: ImportState): boolean => FINAL.includes(state);

/** Whether the tender looks after it: it should move without a person. */
export const isActive = (state: ImportState): boolean => !isFinal(state) && state !== 'needs_review';

/** The states in which segments are written and read back. */
export const WORKING: readonly ImportState[] = ['processing', 'verifying'];
