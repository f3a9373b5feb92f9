import type { IndexedVersion } from '#core/ports/search-index.ts';
import type { SearchTarget } from '#core/ports/search-generations.ts';
import {
  currentRecords,
  type CurrentRecord,
  type CurrentRecordsDeps,
} from '#core/projection/current-records.ts';
import { embedPassages } from '#core/projection/embed-passages.ts';
import type { RecordGroup } from '#core/projection/record-group.ts';
import type { Tombstone } from '#core/records/stored-row.ts';

/** What of some records and their passages is not as it should be, by id. */
export type Findings = {
  /** Living records whose passage is missing, of another version, or without a vector though the model has one. */
  readonly unembedded: readonly string[];
  /** Passages whose record is deleted, or not there. */
  readonly orphaned: readonly string[];
  /** Of both, those of which the index says something newer than their row: nothing would go over that. */
  readonly ahead: readonly string[];
  /** Number of living records that have a passage. */
  readonly right: number;
};

type RecordNow = CurrentRecord | Tombstone | undefined;
type Known = IndexedVersion | undefined;

const changedAt = (record: NonNullable<RecordNow>): string =>
  record.deleted ? record.updatedAt : record.card.updatedAt;

const isEmbedded = (record: CurrentRecord, known: Known): boolean =>
  known?.removed === false && known.version === record.card.version;

const isAhead = (record: RecordNow, known: Known): boolean => {
  if (!record || !known) return false;
  if (record.deleted) return known.version > record.version;
  return known.version > record.card.version || (known.removed && known.version === record.card.version);
};

/** Ids of those without a vector for which the model makes one; of the others it knows no word, and they need none. */
const strippedOfVector = async (
  { index, embedder }: SearchTarget,
  group: RecordGroup,
  records: readonly CurrentRecord[],
): Promise<readonly string[]> => {
  const { tenant, kind } = group;
  const ids = records.map(({ card }) => card.id);
  const bare = ids.length === 0 ? new Set<string>() : await index.withoutVector(tenant, kind, ids);
  const drafts = records.filter(({ card }) => bare.has(card.id)).map(({ passage }) => passage());
  const passages = await embedPassages(embedder, tenant, drafts);
  return passages.filter(({ vector }) => vector !== undefined).map(({ id }) => id);
};

/**
 * Compares some records of one kind and tenant with their passages in a generation. What changed at `since` or later is
 * left to the projector, which is on its way.
 */
export const comparePage = (deps: CurrentRecordsDeps) => {
  const readers = currentRecords(deps);

  return async (
    target: SearchTarget,
    group: RecordGroup,
    { ids, since }: { readonly ids: readonly string[]; readonly since: string },
  ): Promise<Findings> => {
    const { tenant, kind } = group;
    // Before the rows: then what the index has is never newer, for it follows them.
    const versions = await target.index.versions(tenant, kind, ids);
    const records = await readers[kind](tenant, ids);
    const settled = ids.filter((id) => {
      const record = records.get(id);
      return !record || changedAt(record) < since;
    });
    const living = settled.map((id) => records.get(id)).filter((record) => record?.deleted === false);
    const embedded = living.filter((record) => isEmbedded(record, versions.get(record.card.id)));
    const missing = living.filter((record) => !isEmbedded(record, versions.get(record.card.id)));
    const unembedded = [
      ...missing.map(({ card }) => card.id),
      ...(await strippedOfVector(target, group, embedded)),
    ];
    const orphaned = settled.filter(
      (id) => records.get(id)?.deleted !== false && versions.get(id)?.removed === false,
    );
    return {
      unembedded,
      orphaned,
      ahead: [...unembedded, ...orphaned].filter((id) => isAhead(records.get(id), versions.get(id))),
      right: embedded.length,
    };
  };
};
