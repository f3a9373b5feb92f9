import type { Import } from '#client/operations.ts';

/** How the command ends; from 64 on as sysexits.h has them. */
export const EXIT = {
  ok: 0,
  someNotImported: 1,
  needsReview: 2,
  notImported: 3,
  usage: 64,
  refused: 65,
  noInput: 66,
  unavailable: 69,
  internal: 70,
  noPermission: 77,
  config: 78,
  interrupted: 130,
} as const;

/** The exit code for an import as it stands; one that is under way is no failure. */
export const exitCodeOf = ({ state, counts }: Pick<Import, 'state' | 'counts'>): number => {
  if (state === 'needs_review') return EXIT.needsReview;
  if (state === 'failed' || state === 'cancelled') return EXIT.notImported;
  return state === 'completed' && counts.rejected + counts.failed > 0 ? EXIT.someNotImported : EXIT.ok;
};
