import type { SearchTarget } from '#core/ports/search-generations.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import type { Passage } from '#core/search/passage.ts';
import type { CurrentRecord } from './current-records.ts';
import type { DraftPassage } from './draft-passage.ts';
import { embedPassages } from './embed-passages.ts';
import type { RecordGroup } from './record-group.ts';

/** Records by id, as their rows are now; ids without a row are absent. */
export type RecordsNow = ReadonlyMap<string, CurrentRecord | Tombstone>;

type Subject = {
  readonly ids: readonly string[];
  readonly records: RecordsNow;
  readonly read: (ids: readonly string[]) => Promise<RecordsNow>;
};

/** Embeds the same drafts once for each model, however many generations hold its vectors. */
const embedOnce = (tenant: string, drafts: readonly DraftPassage[]) => {
  const byModel = new Map<string, Promise<readonly Passage[]>>();
  return ({ embedder }: SearchTarget): Promise<readonly Passage[]> => {
    const passages = byModel.get(embedder.model) ?? embedPassages(embedder, tenant, drafts);
    byModel.set(embedder.model, passages);
    return passages;
  };
};

/** Makes what one generation holds of some records equal to them; a record that is gone without a trace is forgotten. */
export const projectInto = ({ tenant, kind }: RecordGroup, { ids, records, read }: Subject) => {
  const writer = (now: RecordsNow) => {
    const all = [...now.values()];
    const passagesOf = embedOnce(
      tenant,
      all.filter((record) => !record.deleted).map(({ passage }) => passage()),
    );
    const removals = all
      .filter((record) => record.deleted)
      .map(({ id, version }) => ({ kind, id, tenant, version }));
    return async (target: SearchTarget): Promise<void> => {
      const passages = await passagesOf(target);
      if (passages.length > 0) await target.index.upsert(passages);
      if (removals.length > 0) await target.index.remove(removals);
    };
  };
  const write = writer(records);
  const gone = ids.filter((id) => !records.has(id));

  return async (target: SearchTarget): Promise<void> => {
    await write(target);
    if (gone.length === 0) return;
    await target.index.forget(
      tenant,
      gone.map((id) => ({ kind, id })),
    );
    // A record made between the reading and the forgetting may have been projected by somebody else and forgotten here.
    await writer(await read(gone))(target);
  };
};
