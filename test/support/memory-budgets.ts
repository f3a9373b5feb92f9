import type { Budgets, DraftKey, Reservation, TenantLimit } from '#core/ports/budgets.ts';

type Row = { readonly reservation: Reservation; state: 'reserved' | 'settled' | 'released' };

const nameOf = ({ tenant, run, patternId, evidence, attempt }: DraftKey): string =>
  JSON.stringify([tenant, run, patternId, evidence, attempt]);

/** Budgets in memory, a twin of the table for unit tests. */
export const memoryBudgets = (): Budgets => {
  const limits = new Map<string, TenantLimit>();
  const rows = new Map<string, Row>();
  const used = new Map<string, number>();
  const monthKey = (tenant: string, month: string) => `month ${tenant} ${month}`;
  const add = (key: string, microUsd: number) => void used.set(key, (used.get(key) ?? 0) + microUsd);
  const close = (key: DraftKey, state: 'settled' | 'released', costMicroUsd: number) => {
    const row = rows.get(nameOf(key));
    if (row?.state !== 'reserved') return;
    row.state = state;
    add(monthKey(key.tenant, row.reservation.month), costMicroUsd - row.reservation.microUsd);
    add(`run ${key.run}`, costMicroUsd - row.reservation.microUsd);
  };
  return {
    limitOf: async (tenant) => limits.get(tenant),
    setLimit: async (tenant, limit) => void limits.set(tenant, limit),
    usedBy: async (tenant, month) => used.get(monthKey(tenant, month)) ?? 0,
    usedIn: async (run) => used.get(`run ${run}`) ?? 0,
    async reserve(reservation) {
      const { key, month, microUsd, monthlyLimit, runLimit } = reservation;
      const state = rows.get(nameOf(key))?.state;
      if (state === 'reserved') return { kind: 'held' };
      if (state === 'settled') return { kind: 'settled' };
      const [ofMonth, ofRun] = [monthKey(key.tenant, month), `run ${key.run}`];
      if ((used.get(ofMonth) ?? 0) + microUsd > monthlyLimit) return { kind: 'exhausted', budget: 'month' };
      if ((used.get(ofRun) ?? 0) + microUsd > runLimit) return { kind: 'exhausted', budget: 'run' };
      add(ofMonth, microUsd);
      add(ofRun, microUsd);
      rows.set(nameOf(key), { reservation, state: 'reserved' });
      return { kind: 'reserved' };
    },
    settle: async (key, costMicroUsd) => close(key, 'settled', costMicroUsd),
    release: async (key) => close(key, 'released', 0),
  };
};
