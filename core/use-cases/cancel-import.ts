import { DomainError } from '#core/domain-error.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { statesBefore } from '#core/imports/import-states.ts';
import { knownImport } from '#core/imports/known-import.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportStore } from '#core/ports/import-store.ts';

export type CancelImportDeps = { imports: ImportStore; clock: Clock };

/**
 * Ends an import that has not ended; else `conflict`. Its counts stay as they are at this moment: what is
 * pending stays pending, even where a row was written that nobody will read back any more.
 */
export const cancelImport =
  ({ imports, clock }: CancelImportDeps) =>
  async (key: ImportKey): Promise<{ readonly id: string; readonly state: 'cancelled' }> => {
    const moved = { completedAt: clock.now().toISOString() };
    if (!(await imports.move(key, statesBefore('cancelled'), 'cancelled', moved))) {
      const { state } = await knownImport(imports, key);
      throw new DomainError('conflict', `the import is ${state}`);
    }
    return { id: key.id, state: 'cancelled' };
  };
