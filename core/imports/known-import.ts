import { DomainError } from '#core/domain-error.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { ImportKey, ImportRow } from './import-row.ts';

/** The import of an id; `not_found` for an id that nobody has and those of other tenants alike. */
export const knownImport = async (imports: ImportStore, key: ImportKey): Promise<ImportRow> => {
  const row = await imports.find(key);
  if (!row) throw new DomainError('not_found', 'there is no such import');
  return row;
};
