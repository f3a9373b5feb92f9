import { DomainError } from '#core/domain-error.ts';
import type { CaseSource } from '#core/ports/case-source.ts';
import { type BreakerDeps, sharedBreaker } from './breaker.ts';
import { CaseDatabaseOut } from './case-database-out.ts';
import { outageByProbe } from './outage-by-probe.ts';

/** A case database whose calls go through the breaker `database`; while that is open they fail at once with CaseDatabaseOut. */
export const guardedCaseSource = (deps: BreakerDeps, source: CaseSource): CaseSource => {
  const breaker = sharedBreaker(deps, {
    name: 'database',
    // Its clock is the smallest thing to ask for.
    isOutage: outageByProbe(() => source.now()),
  });
  const ask = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    try {
      return await breaker.run(call);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'unavailable') throw new CaseDatabaseOut(error);
      throw error;
    }
  };
  return {
    fingerprint: source.fingerprint,
    streams: source.streams,
    check: () => ask(() => source.check()),
    now: () => ask(() => source.now()),
    changes: (...asked) => ask(() => source.changes(...asked)),
    read: (...asked) => ask(() => source.read(...asked)),
    names: (...asked) => ask(() => source.names(...asked)),
    living: (...asked) => ask(() => source.living(...asked)),
    products: (...asked) => ask(() => source.products(...asked)),
    livingProducts: (...asked) => ask(() => source.livingProducts(...asked)),
  };
};
