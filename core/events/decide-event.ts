import type { LivingRow, Tombstone } from '#core/records/stored-row.ts';

/** What an event says of a record: when, and the hash of its content; no hash says that it is gone. */
export type EventVersion = { readonly time: string; readonly contentHash: string | undefined };

/** A row as events meet it; its source's time orders it where it has one. */
export type RowWithSource = (LivingRow & { readonly sourceUpdatedAt?: string | undefined }) | Tombstone;

/** What an event does to the stored row: it is written, it came too late, or it says what is stored. */
export type EventDecision = 'write' | 'older' | 'unchanged';

/** Up to when the stored row is known; what a person deleted was deleted when they did so. */
const knownTime = (stored: RowWithSource | undefined): string | undefined => {
  if (!stored) return undefined;
  return stored.deleted && !stored.bySource ? stored.updatedAt : stored.sourceUpdatedAt;
};

/** Of what occurred at the same moment the greater hash wins and a deletion over all, so that every order ends alike. */
const rank = (contentHash: string | undefined): string => contentHash ?? '~';

/** Decides whether an event overwrites what is stored: it does when it occurred later, or when the row knows no source. */
export const decideEvent = (
  { time, contentHash }: EventVersion,
  stored: RowWithSource | undefined,
): EventDecision => {
  const known = knownTime(stored);
  if (!stored || known === undefined || time > known) return 'write';
  if (time < known) return 'older';
  const [mine, theirs] = [rank(contentHash), rank(stored.deleted ? undefined : stored.contentHash)];
  if (mine === theirs) return 'unchanged';
  return mine > theirs ? 'write' : 'older';
};
