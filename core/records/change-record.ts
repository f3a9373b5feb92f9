import { DomainError } from '#core/domain-error.ts';
import { livingRecord, type NamedStore } from './living-record.ts';
import type { LivingRow, Tombstone } from './stored-row.ts';

/** Writers that meet at one record this often in a row are told to come back. */
const MOST_TRIES = 5;

const isStale = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'version_mismatch';

/**
 * Reads a record, makes its next row and writes it, again when somebody else was quicker.
 * With `ifMatch` the row is written over that version only; else `version_mismatch`.
 * A next row that is the row itself is not written.
 */
export const changeRecord = async <Row extends LivingRow, Next extends Row | Tombstone>(
  records: NamedStore<Row>,
  key: { readonly tenant: string; readonly id: string; readonly ifMatch?: number | undefined },
  next: (row: Row) => Next,
): Promise<Next> => {
  for (let attempt = 1; ; attempt += 1) {
    const row = await livingRecord(records, key.tenant, key.id);
    if (key.ifMatch !== undefined && key.ifMatch !== row.version) {
      throw new DomainError('version_mismatch', `the ${records.noun} is at version ${row.version}`);
    }
    const changed = next(row);
    if (changed.version === row.version) return changed;
    try {
      await records.store.write(changed, row.version);
      return changed;
    } catch (error) {
      if (!isStale(error) || key.ifMatch !== undefined) throw error;
      if (attempt === MOST_TRIES)
        throw new DomainError('conflict', `the ${records.noun} is being changed by others`, { cause: error });
    }
  }
};
