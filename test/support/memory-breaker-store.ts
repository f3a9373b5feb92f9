import type { BreakerName } from '#contracts/breaker.ts';
import { CLOSED } from '#core/breakers/breaker-state.ts';
import type { BreakerRow, BreakerStore } from '#core/ports/breaker-store.ts';

/** Breakers in memory, a twin of the table for unit tests. */
export const memoryBreakerStore = (initial: readonly BreakerRow[] = []): BreakerStore => {
  const rows = new Map<BreakerName, BreakerRow>(initial.map((row) => [row.name, row]));
  const find = async (name: BreakerName): Promise<BreakerRow> =>
    rows.get(name) ?? { name, state: CLOSED, paused: false, version: 0 };
  return {
    find,
    async write(row) {
      if ((rows.get(row.name)?.version ?? 0) !== row.version) return false;
      rows.set(row.name, { ...row, version: row.version + 1 });
      return true;
    },
  };
};
