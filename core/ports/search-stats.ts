import type { HourStats } from '#core/analytics/hour-stats.ts';

/** An hour as it is stored; `version` rises with every save, 0 before the first. */
export type StoredHour = { readonly stats: HourStats; readonly version: number };

/** What became of a save: nothing was written unless `saved`. */
export type SaveOutcome =
  | { readonly kind: 'saved' }
  /** Somebody else has saved the hour since it was read. */
  | { readonly kind: 'stale' }
  /** These events have been counted before. */
  | { readonly kind: 'counted'; readonly eventIds: readonly string[] };

/** Most events of one save. */
export const MOST_EVENTS = 90;

/** Statistics of searches by tenant and hour. Every implementation must pass test/contract/search-stats.contract.ts. */
export interface SearchStats {
  /** The hour `YYYY-MM-DDTHH`, empty where nothing was counted yet. */
  find(tenant: string, hour: string): Promise<StoredHour>;
  /** Saves an hour and remembers its events for three days, all or nothing. */
  save(tenant: string, next: StoredHour, eventIds: readonly string[], now: Date): Promise<SaveOutcome>;
  /** All hours from one to another, both included, in order. */
  between(tenant: string, from: string, to: string): Promise<readonly HourStats[]>;
}
