import type { RecordKind } from '#contracts/record-key.ts';
import type { RepairQueue } from '#core/ports/repair-queue.ts';
import { watchRecords, type WatchRecordsDeps } from '#core/use-cases/watch-records.ts';
import { eachChange } from '#lambdas/shared/each-change.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

export type WatchRecordsHandlerDeps = WatchRecordsDeps & {
  /** Gets the keys of what could not be followed, for another try. */
  readonly again: RepairQueue;
  /** The kind of record that each table holds, by the table's name. */
  readonly kindOfTable: ReadonlyMap<string, RecordKind>;
};

const METERS = { keys: 'KeysWatched' } as const;

/** Follows changed cases and articles in what knowledge was made of them. A key that fails alone holds up no other. */
export const createHandler = (deps: WatchRecordsHandlerDeps) => {
  const watch = watchRecords(deps);
  return eachChange(
    deps.kindOfTable,
    async (keys) => {
      const failed = await watch(keys);
      measure('WatchFailures', failed.length);
      for (const { key, error } of failed) log('WATCH_FAILED', { tenant: key.tenant, kind: key.kind, error });
      await deps.again.send(failed.map(({ key }) => key));
    },
    METERS,
  );
};
