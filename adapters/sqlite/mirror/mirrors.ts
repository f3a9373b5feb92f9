import { LRUCache } from 'lru-cache';
import type { TenantFile } from '../tenant-file.ts';
import { mirror, type Mirror } from './mirror.ts';

/** Memory of a thread's mirrors: above it those that are used least go, but never the one in use. */
const MOST_BYTES = 256 * 2 ** 20;
const MOST_TENANTS = 32;

/** The mirror of a tenant's file as the file is now; to be called inside a snapshot. */
export type Mirrors = (file: TenantFile, tenant: string) => Mirror;

/** Makes the mirrors of one thread. */
export const mirrors = (mostBytes = MOST_BYTES): Mirrors => {
  const held = new LRUCache<TenantFile, Mirror>({ max: MOST_TENANTS });
  const bytes = (): number => [...held.values()].reduce((sum, one) => sum + one.bytes(), 0);

  return (file, tenant) => {
    const one = held.get(file) ?? mirror(tenant);
    held.set(file, one);
    const before = one.bytes();
    one.follow(file);
    if (one.bytes() > before) while (held.size > 1 && bytes() > mostBytes) held.pop();
    return one;
  };
};
