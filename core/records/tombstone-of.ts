import type { Clock } from '#core/ports/clock.ts';
import type { LivingRow, Tombstone } from './stored-row.ts';

/** What is left of a row that is deleted now. */
export const tombstoneOf =
  (clock: Clock) =>
  ({ tenant, id, version }: LivingRow): Tombstone => ({
    tenant,
    id,
    version: version + 1,
    deleted: true,
    updatedAt: clock.now().toISOString(),
  });
