/**
 * The version of the next row of an id: one more than the stored row's, tombstones included. An id without a row begins
 * at the second of its birth, for it may have lived before: its tombstone is gone by then, but the index may still
 * know its versions, all of them smaller, and would refuse one that began at 1 again.
 */
export const nextVersion = (stored: { readonly version: number } | undefined, now: string): number =>
  stored ? stored.version + 1 : Math.floor(Date.parse(now) / 1_000);
