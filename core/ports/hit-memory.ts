import type { IndexHits } from './search-index.ts';

/** What searches found of late, for a time when the index does not answer; keys and versions only, no text. */
export interface HitMemory {
  recall(tenant: string, fingerprint: string): IndexHits | undefined;
  remember(tenant: string, fingerprint: string, hits: IndexHits): void;
}
