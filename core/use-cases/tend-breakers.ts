import { BreakerName } from '#contracts/breaker.ts';
import { sharedBreaker } from '#core/breakers/breaker.ts';
import { BREAKER_LIMITS } from '#core/breakers/breaker-limits.ts';
import { admitted } from '#core/breakers/breaker-state.ts';
import type { BreakerRow, BreakerStore } from '#core/ports/breaker-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { EventSources } from '#core/ports/event-sources.ts';
import type { FaultLog } from '#core/ports/fault-log.ts';

export type TendBreakersDeps = {
  breakers: BreakerStore;
  sources: EventSources;
  /** Mappings that wait while a breaker is not closed. */
  mappings: Readonly<Partial<Record<BreakerName, readonly string[]>>>;
  /** Small calls that tell whether something answers again; without one, the next call that is due tells. */
  probes: Readonly<Partial<Record<BreakerName, () => Promise<void>>>>;
  clock: Clock;
  faults: FaultLog;
};

/** A breaker as it was left, and whether its work was paused or resumed now. */
export type TendedBreaker = {
  readonly row: BreakerRow;
  readonly moved: 'paused' | 'resumed' | undefined;
};

/** Others that write the same breaker this often in a row leave it to the next look. */
const MOST_TRIES = 5;

/** Asks, when it is time, as often as must succeed; a failure opens the breaker again. */
const probeIfDue = async (deps: TendBreakersDeps, name: BreakerName): Promise<void> => {
  const probe = deps.probes[name];
  const { state } = await deps.breakers.find(name);
  if (!probe || state.phase === 'closed' || !admitted(state, deps.clock.now().getTime())) return;
  const breaker = sharedBreaker(deps, { name, isOutage: async () => true });
  try {
    for (let success = 0; success < BREAKER_LIMITS[name].successes; success += 1) await breaker.run(probe);
  } catch (error) {
    deps.faults.record('COMPONENT_UNHEALTHY', { component: name, error });
  }
};

const isOut = ({ state }: BreakerRow): boolean => state.phase !== 'closed';

/** A mapping that another breaker holds stays paused. */
const heldByOthers = async ({ breakers, mappings }: TendBreakersDeps, name: BreakerName) => {
  const others = BreakerName.options.filter((other) => other !== name);
  const rows = await Promise.all(others.map((other) => breakers.find(other)));
  return new Set(rows.filter(isOut).flatMap((row) => mappings[row.name] ?? []));
};

const applyTo = async (deps: TendBreakersDeps, name: BreakerName, enabled: boolean): Promise<void> => {
  const held = enabled ? await heldByOthers(deps, name) : new Set<string>();
  const own = (deps.mappings[name] ?? []).filter((mapping) => !held.has(mapping));
  await Promise.all(own.map((mapping) => deps.sources.set(mapping, enabled)));
};

/**
 * Makes the mappings follow the breaker, until they are as it stands: who was overtaken by another acts again. That work
 * is paused is noted before, that it is resumed after it is done, so that a crash between leaves nothing paused that
 * nobody knows of. What is out is paused at every look, for somebody may have enabled it; what works stays as operators
 * want it.
 */
const settle = async (deps: TendBreakersDeps, name: BreakerName): Promise<TendedBreaker> => {
  let applied: boolean | undefined;
  let moved: TendedBreaker['moved'];
  const note = async (row: BreakerRow, paused: boolean): Promise<boolean> => {
    if (row.paused === paused) return true;
    const isWritten = await deps.breakers.write({ ...row, paused });
    if (isWritten) moved = paused ? 'paused' : 'resumed';
    return isWritten;
  };
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const row = await deps.breakers.find(name);
    const paused = isOut(row);
    if (row.paused === paused && (applied ?? false) === paused) return { row, moved };
    if (paused && !(await note(row, true))) continue;
    await applyTo(deps, name, !paused);
    applied = paused;
    if (!paused) await note(row, false);
  }
  throw new Error(`the breaker ${name} moved ${MOST_TRIES} times while its mappings followed it`);
};

/** Probes what is out and makes the mappings follow every breaker; one that cannot be tended stops no other. */
export const tendBreakers = (deps: TendBreakersDeps) => async (): Promise<readonly TendedBreaker[]> => {
  const tended = await Promise.allSettled(
    BreakerName.options.map(async (name) => {
      await probeIfDue(deps, name);
      return settle(deps, name);
    }),
  );
  const faults = tended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (faults.length > 0)
    throw new AggregateError(faults, `breakers that could not be tended: ${faults.length}`);
  return tended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
};
