import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again every few milliseconds until the condition holds; throws when it does not in time. */
export const until = async (
  condition: () => boolean | Promise<boolean>,
  timeoutMs = 10_000,
): Promise<void> => {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${condition.toString()}`);
    await sleep(5);
  }
};
