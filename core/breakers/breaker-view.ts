import type { BreakerView } from '#contracts/breaker.ts';
import type { BreakerRow } from '#core/ports/breaker-store.ts';

/** A breaker as operators see it. */
export const breakerView = ({ name, state, paused }: BreakerRow): BreakerView => ({
  name,
  state: state.phase,
  opened_at: state.phase === 'closed' ? null : new Date(state.since).toISOString(),
  paused,
});
