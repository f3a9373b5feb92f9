import type { Chance } from './chance.ts';

const FIRST_DAY = Date.UTC(2024, 9, 1);
const DAYS = 540;
const MINUTE = 60_000;

/** The times of one case, in the order in which things happened. */
export type CaseTimes = { readonly created: string; readonly after: (step: number) => string };

const iso = (millis: number): string => new Date(millis).toISOString().replace('.000Z', 'Z');

/** Draws when a case came and how fast it moved: some 540 days from October 2024 on, in working hours. */
export const drawTimes = (chance: Chance): CaseTimes => {
  const start = FIRST_DAY + (chance.between(0, DAYS) * 1440 + chance.between(6 * 60, 18 * 60)) * MINUTE;
  const pace = chance.between(40, 900);
  return { created: iso(start), after: (step) => iso(start + step * pace * MINUTE) };
};
