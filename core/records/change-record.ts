import { demandedVersion } from './demanded-version.ts';
import { livingRecord, type NamedStore } from './living-record.ts';
import type { LivingRow, Tombstone } from './stored-row.ts';
import { untilWritten } from './until-written.ts';

/**
 * Reads a record, makes its next row and writes it, again when somebody else was quicker.
 * With `ifMatch` the row is written over that version only; else `version_mismatch`.
 * A next row that is the row itself is not written.
 */
export const changeRecord = <Row extends LivingRow, Next extends Row | Tombstone>(
  { noun, store }: NamedStore<Row>,
  {
    tenant,
    id,
    ifMatch,
  }: { readonly tenant: string; readonly id: string; readonly ifMatch?: number | undefined },
  next: (row: Row) => Next | Promise<Next>,
): Promise<Next> =>
  untilWritten({ noun, ifMatch }, async () => {
    const row = await livingRecord({ noun, store }, tenant, id);
    demandedVersion(noun, row.version, ifMatch);
    const changed = await next(row);
    if (changed.version !== row.version) await store.write(changed, row.version);
    return changed;
  });
