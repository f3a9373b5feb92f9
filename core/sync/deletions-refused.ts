import type { CaseSyncSettings } from '#contracts/case-sync.ts';

/** Cases that came from the source, and how many of them it lacks. */
export type SourceTally = { readonly ours: number; readonly lost: number };

/** A sweep would delete more than it may without being told to; nothing was deleted, and trying again does not help. */
export class DeletionsRefused extends Error {
  constructor({ ours, lost }: SourceTally) {
    super(
      `the case database lacks ${lost} of the ${ours} cases that came from it, and they were not deleted: ` +
        'mend it, or sync with "full" and "allow_deletions"',
    );
    this.name = 'DeletionsRefused';
  }
}

/** Throws where so many deletions at once look like an accident of the source. */
export const checkDeletions = (
  { share, always }: CaseSyncSettings['deletions'],
  tally: SourceTally,
): void => {
  if (tally.lost > always && tally.lost > share * tally.ours) throw new DeletionsRefused(tally);
};
