import { setTimeout as pause } from 'node:timers/promises';

/** Tries until `check` gives a value, at most `seconds`; then its last answer is a failure. */
export const eventually = async <Value>(
  check: () => Promise<Value | undefined>,
  seconds = 10,
): Promise<Value> => {
  const end = performance.now() + seconds * 1_000;
  for (;;) {
    const value = await check();
    if (value !== undefined) return value;
    if (performance.now() > end) throw new Error(`nothing came within ${seconds} s`);
    await pause(25);
  }
};
