import type { Clock } from '#core/ports/clock.ts';

/** A row that was taken away stays so long, so that a late write finds that it is not the first. */
const GONE_SECONDS = 7 * 24 * 60 * 60;

/** The second since 1970 after which a row may go that is taken away now. */
export const goneFrom = (clock: Clock): number => Math.floor(clock.now().getTime() / 1_000) + GONE_SECONDS;
