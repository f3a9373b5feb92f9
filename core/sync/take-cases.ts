import type { CaseHead } from '#core/ports/case-heads.ts';
import { compareCases, storable, type ChangedCase } from './compare-cases.ts';
import { forgetCases, type LostCase } from './forget-cases.ts';
import { handOver } from './hand-over.ts';
import { isStream, type OpenImport, type SyncCursor } from './sync-cursor.ts';
import type { SyncDeps } from './sync-deps.ts';
import { isOfSource, syncImportId } from './sync-import-id.ts';

/** The time from which on a change may be of a case that an import of this phase carries. */
const recentFrom = ({ settings }: SyncDeps, { since }: SyncCursor): string =>
  new Date(Date.parse(since) - settings.overlapSeconds * 1_000).toISOString();

/** Ids of cases that the table has as solved and that are open now. */
const reopenedIn = async (
  { cases, settings }: SyncDeps,
  tenant: string,
  changed: readonly ChangedCase[],
  heads: ReadonlyMap<string, CaseHead>,
): Promise<readonly string[]> => {
  const resolved = new Set(settings.resolvedStatuses);
  const ids = changed
    .filter(({ status }) => status !== undefined && !resolved.has(status))
    .map(({ id }) => id)
    .filter((id) => {
      const head = heads.get(id);
      return head?.deleted === false && isOfSource(head.importId);
    });
  if (ids.length === 0) return [];
  const rows = await cases.findMany(tenant, ids);
  return ids.filter((id) => {
    const row = rows.get(id);
    return row?.deleted === false && resolved.has(row.content.status);
  });
};

const openedBy = (cursor: SyncCursor): OpenImport => {
  const { phase, position, rewound, epoch } = cursor;
  const from = isStream(phase) && position && !rewound ? { stream: phase, time: position.time } : undefined;
  return { id: syncImportId(cursor), epoch, from };
};

/** A reading that was handed over by a call that was cut off stands; the rows are read again when it is written. */
const afterCutOff = (cursor: SyncCursor): SyncCursor => ({
  ...cursor,
  open: [...cursor.open, openedBy(cursor)],
  slice: cursor.slice + 1,
  epoch: cursor.epoch + 1,
  counts: { ...cursor.counts, imports: cursor.counts.imports + 1 },
});

/**
 * Makes the table equal to the source for some cases: what changed becomes one import, what is gone is deleted.
 * Answers the cursor with what was done, its place left to the caller; `again` when the same cases must be taken again.
 */
export const takeCases = async (
  deps: SyncDeps,
  cursor: SyncCursor,
  named: readonly LostCase[],
): Promise<{ readonly cursor: SyncCursor; readonly again: boolean }> => {
  const { source, heads: table, trail, clock, hasher } = deps;
  const { tenant, counts } = cursor;
  const ids = named.map(({ id }) => id);
  const found = await source.read(ids);
  const heads = await table.findMany(tenant, storable(ids));
  const living = found.filter(({ deleted }) => !deleted);
  const changed = compareCases(hasher, living, heads, clock.now().toISOString());
  const reopened = await reopenedIn(deps, tenant, changed, heads);
  const records = changed.map(({ record }) => record);
  if (records.length > 0 && !(await handOver(deps, cursor, records)))
    return { cursor: afterCutOff(cursor), again: true };

  if (reopened.length > 0) trail.reopened(tenant, reopened);
  const alive = new Set(living.map(({ id }) => id));
  const stored = new Set(storable(ids));
  const deleted = await forgetCases(
    deps,
    named.filter(({ id }) => !alive.has(id) && stored.has(id)),
    {
      tenant,
      heads,
      mayComeLater: ({ time }) =>
        cursor.open.length > 0 && time !== undefined && time >= recentFrom(deps, cursor),
    },
  );
  const handed = records.length > 0 ? 1 : 0;
  return {
    again: false,
    cursor: {
      ...cursor,
      slice: cursor.slice + handed,
      open: handed ? [...cursor.open, openedBy(cursor)] : cursor.open,
      counts: {
        ...counts,
        read: counts.read + found.length,
        unchanged: counts.unchanged + living.length - records.length,
        handed_over: counts.handed_over + records.length,
        imports: counts.imports + handed,
        deleted: counts.deleted + deleted,
        reopened: counts.reopened + reopened.length,
      },
    },
  };
};
