import type { ImportPriority } from '#contracts/import.ts';
import type { ImportRow } from './import-row.ts';
import { PROFILES } from './profiles.ts';

const LEVELS: Record<ImportPriority, number> = { low: 0, normal: 1, high: 2 };

/** Waiting this long raises an import by one level, so that nobody waits for ever. */
const MILLISECONDS_A_LEVEL = 15 * 60 * 1_000;

/** An import that others go before keeps this much of the queue: it moves on, and looks again each time it does. */
const LEAST_WINDOW = 1;

type Running = Pick<ImportRow, 'priority' | 'startedAt' | 'createdAt'>;

/** The level by which imports go first: their priority, raised by age up to `high`. */
export const effectiveLevel = ({ priority, startedAt, createdAt }: Running, now: Date): number => {
  const waited = Math.max(0, now.getTime() - Date.parse(startedAt ?? createdAt));
  return Math.min(LEVELS.high, LEVELS[priority] + Math.floor(waited / MILLISECONDS_A_LEVEL));
};

/** Whether no other import can go before this one. */
export const isFirst = (row: Running, now: Date): boolean => effectiveLevel(row, now) === LEVELS.high;

/** Whether an import still has segments that are not in the queue. */
const hasMore = (row: ImportRow): boolean =>
  row.state === 'processing' && row.segments !== undefined && row.queuedThrough < row.segments;

/** How many segments of an import may be in the queue: its profile's share, unless others of a higher level have segments to send. */
export const windowOf = (row: ImportRow, others: readonly ImportRow[], now: Date): number => {
  const level = effectiveLevel(row, now);
  const waits = others.some((other) => hasMore(other) && effectiveLevel(other, now) > level);
  return waits ? LEAST_WINDOW : PROFILES[row.profile].concurrentBatches;
};
