import type { RecordKind } from '#contracts/record-key.ts';
import type { SearchTarget } from '#core/ports/search-generations.ts';
import type { IndexedVersion } from '#core/ports/search-index.ts';
import {
  currentRecords,
  type CurrentRecord,
  type CurrentRecordsDeps,
} from '#core/projection/current-records.ts';
import { projectInto } from '#core/projection/project-into.ts';
import type { Tombstone } from '#core/records/stored-row.ts';

type RecordNow = CurrentRecord | Tombstone;

/** Some records of one kind and tenant that a generation is to hold. */
type PageOfRecords = {
  readonly tenant: string;
  readonly kind: RecordKind;
  readonly ids: readonly string[];
};

const versionOf = (record: RecordNow): number => (record.deleted ? record.version : record.card.version);
const updatedAtOf = (record: RecordNow): string =>
  record.deleted ? record.updatedAt : record.card.updatedAt;

/** Whether the index lacks what the row says; what it does not know of a deleted record need not come into it. */
const isBehind = (record: RecordNow, known: IndexedVersion | undefined): boolean =>
  known ? known.version < versionOf(record) : !record.deleted;

/**
 * Writes into one generation what it lacks of a page of records, and answers how many of these had not changed since
 * `unchangedSince`: a later change is the projector's, which writes to every generation.
 */
export const refreshPage = (deps: CurrentRecordsDeps) => {
  const readers = currentRecords(deps);
  return async (
    target: SearchTarget,
    { tenant, kind, ids }: PageOfRecords,
    unchangedSince: string,
  ): Promise<{ readonly written: number; readonly stale: number }> => {
    if (ids.length === 0) return { written: 0, stale: 0 };
    const read = (some: readonly string[]) => readers[kind](tenant, some);
    const [records, versions] = await Promise.all([read(ids), target.index.versions(tenant, kind, ids)]);
    const behind = new Map([...records].filter(([id, record]) => isBehind(record, versions.get(id))));
    await projectInto({ tenant, kind }, { ids: [...behind.keys()], records: behind, read })(target);
    const stale = [...behind.values()].filter((record) => updatedAtOf(record) < unchangedSince).length;
    return { written: behind.size, stale };
  };
};
