import type { RecordKind } from '#contracts/record-key.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { currentRecords, type CurrentRecord, type CurrentRecordsDeps } from './current-records.ts';
import { embedPassages } from './embed-passages.ts';

export type ProjectIdsDeps = CurrentRecordsDeps & { index: SearchIndex; embedder: Embedder };

/** Records of one kind and tenant. */
export type RecordGroup = { readonly tenant: string; readonly kind: RecordKind };

const project = async (
  { index, embedder }: ProjectIdsDeps,
  { tenant, kind }: RecordGroup,
  records: readonly (CurrentRecord | Tombstone)[],
): Promise<void> => {
  const living = records.filter((record) => !record.deleted);
  const deleted = records.filter((record) => record.deleted);
  const passages = await embedPassages(
    embedder,
    living.map(({ passage }) => passage()),
  );
  await index.upsert(passages);
  await index.remove(deleted.map(({ id, version }) => ({ kind, id, tenant, version })));
};

/**
 * Makes the passages of some records of one kind and tenant equal to their rows, as strongly read. Idempotent, in any
 * order: the index takes nothing that is older than what it has.
 */
export const projectIds = (deps: ProjectIdsDeps) => {
  const read = currentRecords(deps);

  return async (group: RecordGroup, ids: readonly string[]): Promise<void> => {
    const { tenant, kind } = group;
    const records = await read[kind](tenant, ids);
    await project(deps, group, [...records.values()]);

    const gone = ids.filter((id) => !records.has(id));
    if (gone.length === 0) return;
    await deps.index.forget(
      tenant,
      gone.map((id) => ({ kind, id })),
    );
    // A record made between the reading and the forgetting may have been projected by somebody else and forgotten here.
    const reborn = await read[kind](tenant, gone);
    await project(deps, group, [...reborn.values()]);
  };
};
