import { setTimeout as wait } from 'node:timers/promises';
import type { Pause } from '#core/ports/pause.ts';

const FIRST_MILLISECONDS = 25;
const MOST_MILLISECONDS = 1_000;

/** Pauses of full jitter: anything up to 50 ms, 100 ms, 200 ms … 1 s, so that rivals part. */
export const jitteredPause: Pause = {
  async before(attempt) {
    await wait(Math.random() * Math.min(MOST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (attempt - 1)));
  },
};
