/** Signals come twice within a moment when npm passes on what the terminal has already sent to all. */
const SAME_WISH_MILLIS = 1000;

const PARENT_CHECK_MILLIS = 300;

/** What a person wants by signals. */
export type StopWishes = { readonly onStop: () => void; readonly onForce: () => void };

/**
 * Calls `onStop` at the first SIGINT, SIGTERM or SIGHUP, and `onForce` at a later one. Under npm, the end of the
 * parent counts as well: npm sends a signal to its shell only, which ends without a word to us.
 */
export const listenForStop = ({ onStop, onForce }: StopWishes, now: () => Date): void => {
  let since: number | undefined;
  const wish = (): void => {
    const time = now().getTime();
    if (since === undefined) {
      since = time;
      onStop();
    } else if (time - since > SAME_WISH_MILLIS) onForce();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish);
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    if (since === undefined) wish();
  }, PARENT_CHECK_MILLIS);
  timer.unref();
};
