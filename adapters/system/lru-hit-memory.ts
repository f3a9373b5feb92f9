import { LRUCache } from 'lru-cache';
import type { HitMemory } from '#core/ports/hit-memory.ts';
import type { IndexHits } from '#core/ports/search-index.ts';

/** Searches that are kept; one is 90 KB at most, three times 200 hits. */
const MOST = 100;
/** Milliseconds; hits are checked against their rows, so age costs them their order only. */
const OLDEST = 15 * 60_000;

const keyOf = (tenant: string, fingerprint: string): string => `${tenant}#${fingerprint}`;

/** Remembers in this process what it found last. */
export const lruHitMemory = (): HitMemory => {
  const kept = new LRUCache<string, IndexHits>({ max: MOST, ttl: OLDEST });
  return {
    recall: (tenant, fingerprint) => kept.get(keyOf(tenant, fingerprint)),
    remember: (tenant, fingerprint, hits) => void kept.set(keyOf(tenant, fingerprint), hits),
  };
};
