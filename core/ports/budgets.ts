/** A draft that is about to be paid for. The same key is the same draft, and is reserved once. */
export type DraftKey = {
  readonly tenant: string;
  /** Run of the job that drafts. */
  readonly run: string;
  readonly patternId: string;
  /** Hash of the evidence that is written from. */
  readonly evidence: string;
  /** 1; more where an earlier draft of the key was paid for and then lost. */
  readonly attempt: number;
};

/** What a reservation holds back, and how much may be held back and spent in all; millionths of a US dollar. */
export type Reservation = {
  readonly key: DraftKey;
  /** Month that is charged, `2026-11`, in UTC. */
  readonly month: string;
  /** The most that the draft can cost. */
  readonly microUsd: number;
  readonly monthlyLimit: number;
  readonly runLimit: number;
};

/**
 * What became of a reservation. `reserved`: it is held back. `held`: it has been since a call before this one, which
 * came to no end. `settled`: the draft was paid for already. `exhausted`: nothing is held back, since more than the limit
 * of the month or of the run would be.
 */
export type Reserved =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'held' }
  | { readonly kind: 'settled' }
  | { readonly kind: 'exhausted'; readonly budget: 'month' | 'run' };

/** A tenant's own limit; undefined where the one of the environment holds. */
export type TenantLimit = {
  readonly monthlyMicroUsd: number | undefined;
  readonly updatedAt: string;
};

/**
 * What drafts may cost: by tenant and month, and by run of the job over all tenants. A sum is what was spent and what is
 * held back; no number of writers at once brings it above its limit. What is held back and never settled stays: nobody
 * knows whether the model was paid. Every implementation must pass test/contract/budgets.contract.ts.
 */
export interface Budgets {
  /** Limit that a tenant set for itself (strongly read). */
  limitOf(tenant: string): Promise<TenantLimit | undefined>;
  setLimit(tenant: string, limit: TenantLimit): Promise<void>;
  /** Spent and held back by a tenant in a month, in millionths (strongly read). */
  usedBy(tenant: string, month: string): Promise<number>;
  /** Spent and held back by a run. */
  usedIn(run: string): Promise<number>;
  reserve(reservation: Reservation): Promise<Reserved>;
  /** Puts what the draft cost in place of what is held back, once; nothing when nothing is held back. */
  settle(key: DraftKey, costMicroUsd: number): Promise<void>;
  /** Gives back what is held back: nothing was paid. */
  release(key: DraftKey): Promise<void>;
}
