import type { CaseHead } from '#core/ports/case-heads.ts';
import type { SyncCursor } from './sync-cursor.ts';
import type { SyncDeps } from './sync-deps.ts';
import { isOfSource } from './sync-import-id.ts';

/** Ids that are asked for at a time. */
const IDS = 500;

/** Some of the table's cases that came from the source, and those of them that it lacks. */
export type LostPage = {
  readonly ours: number;
  readonly lost: readonly string[];
  readonly heads: ReadonlyMap<string, CaseHead>;
  readonly next: string | undefined;
};

/** Compares the next of the table's cases with the source. */
export const lostPage = async (
  { origins, heads: table, source }: Pick<SyncDeps, 'origins' | 'heads' | 'source'>,
  { tenant, page }: SyncCursor,
): Promise<LostPage> => {
  const { ids, next } = await origins.page(tenant, IDS, page);
  const heads = await table.findMany(tenant, ids);
  const ours = ids.filter((id) => {
    const head = heads.get(id);
    return head?.deleted === false && isOfSource(head.importId);
  });
  const living = await source.living(ours);
  return { ours: ours.length, lost: ours.filter((id) => !living.has(id)), heads, next };
};
