import type { BreakerName } from '#contracts/breaker.ts';
import { DomainError } from '#core/domain-error.ts';
import type { BreakerRow, BreakerStore } from '#core/ports/breaker-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import { BREAKER_LIMITS } from './breaker-limits.ts';
import { admitted, afterFailure, afterSuccess, type BreakerState } from './breaker-state.ts';

/** Keeps calls from something that does not answer. */
export type Breaker = {
  /** Makes a call and counts how it ends; while the breaker is open it refuses with `unavailable` instead. */
  run<Result>(call: () => Promise<Result>): Promise<Result>;
};

export type BreakerDeps = { readonly breakers: BreakerStore; readonly clock: Clock };

/** What a breaker guards, and how a call that failed tells whether all of it is out. */
export type Guarded = {
  readonly name: BreakerName;
  readonly isOutage: (error: unknown) => Promise<boolean>;
};

/** How long an instance trusts what it read. */
const KNOWN_MILLISECONDS = 1_000;
/** Instances that meet at one breaker this often in a row leave it to the others: they count the same outage. */
const MOST_TRIES = 5;

/** A breaker whose state all functions share: each re-reads it once a second, and changes it by conditional writes. */
export const sharedBreaker = ({ breakers, clock }: BreakerDeps, { name, isOutage }: Guarded): Breaker => {
  const limits = BREAKER_LIMITS[name];
  let known: { readonly row: BreakerRow; readonly at: number } | undefined;
  const now = () => clock.now().getTime();
  const learn = (row: BreakerRow): BreakerRow => {
    known = { row, at: now() };
    return row;
  };
  const look = async (): Promise<BreakerRow> =>
    known && now() - known.at < KNOWN_MILLISECONDS ? known.row : learn(await breakers.find(name));

  const move = async (next: (state: BreakerState) => BreakerState): Promise<void> => {
    for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
      const row = learn(await breakers.find(name));
      const state = next(row.state);
      if (state === row.state) return;
      if (await breakers.write({ ...row, state }))
        return void learn({ ...row, state, version: row.version + 1 });
    }
  };

  const countFailure = async (error: unknown): Promise<void> => {
    try {
      if (await isOutage(error)) await move((state) => afterFailure(state, limits, now()));
    } catch (uncounted) {
      throw new AggregateError([error, uncounted], `${name} failed, and so did its breaker`, {
        cause: uncounted,
      });
    }
  };

  return {
    async run(call) {
      const { state } = await look();
      const entered = admitted(state, now());
      if (!entered) throw new DomainError('unavailable', `${name} is not asked: it did not answer before`);
      if (entered !== state) await move((current) => admitted(current, now()) ?? current);
      const result = await call().catch(async (error: unknown) => {
        await countFailure(error);
        throw error;
      });
      if (afterSuccess(entered, limits) !== entered) await move((current) => afterSuccess(current, limits));
      return result;
    },
  };
};
