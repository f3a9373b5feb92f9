import type { Clock } from '#core/ports/clock.ts';

/** A clock that stands until it is moved. */
export const fixedClock = (
  start = '2026-03-01T12:00:00.000Z',
): Clock & { advance(milliseconds: number): void } => {
  let time = Date.parse(start);
  return {
    now: () => new Date(time),
    advance(milliseconds) {
      time += milliseconds;
    },
  };
};
