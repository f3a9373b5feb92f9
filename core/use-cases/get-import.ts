import type { ImportView } from '#contracts/import.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { toImportView } from '#core/imports/import-view.ts';
import { knownImport } from '#core/imports/known-import.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportStore } from '#core/ports/import-store.ts';

export type GetImportDeps = { imports: ImportStore; clock: Clock };

/** An import with its counts and progress as they are now. */
export const getImport =
  ({ imports, clock }: GetImportDeps) =>
  async (key: ImportKey): Promise<ImportView> =>
    toImportView(await knownImport(imports, key), clock.now().toISOString());
