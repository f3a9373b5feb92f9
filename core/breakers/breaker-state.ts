import type { BreakerLimits } from './breaker-limits.ts';

/** Where a breaker stands; times are milliseconds since 1970, `since` is when the outage began. */
export type BreakerState =
  | { readonly phase: 'closed'; readonly failures: number }
  | { readonly phase: 'open'; readonly since: number; readonly until: number }
  | { readonly phase: 'half_open'; readonly since: number; readonly successes: number };

/** A breaker that nobody has used. */
export const CLOSED: BreakerState = { phase: 'closed', failures: 0 };

/** The state in which a call may go through now; undefined when none may. */
export const admitted = (state: BreakerState, now: number): BreakerState | undefined => {
  if (state.phase !== 'open') return state;
  return now < state.until ? undefined : { phase: 'half_open', since: state.since, successes: 0 };
};

/** The state after a call that went through has failed; a call from before the opening changes nothing. */
export const afterFailure = (
  state: BreakerState,
  { failures: most, openMilliseconds }: BreakerLimits,
  now: number,
): BreakerState => {
  if (state.phase === 'open') return state;
  const until = now + openMilliseconds;
  if (state.phase === 'half_open') return { phase: 'open', since: state.since, until };
  return state.failures + 1 < most
    ? { phase: 'closed', failures: state.failures + 1 }
    : { phase: 'open', since: now, until };
};

/** The state after a call that went through has succeeded; the same object where nothing changes. */
export const afterSuccess = (state: BreakerState, { successes: enough }: BreakerLimits): BreakerState => {
  if (state.phase === 'open') return state;
  if (state.phase === 'closed') return state.failures === 0 ? state : CLOSED;
  return state.successes + 1 < enough ? { ...state, successes: state.successes + 1 } : CLOSED;
};
