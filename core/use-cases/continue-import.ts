import type { DispatchMessage } from '#contracts/import-messages.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { knownImport } from '#core/imports/known-import.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';

export type ContinueImportDeps = { imports: ImportStore; dispatch: Outbox<DispatchMessage> };

/** Goes on with an import in spite of its error rate; `conflict` unless it waits for that. */
export const continueImport =
  ({ imports, dispatch }: ContinueImportDeps) =>
  async (key: ImportKey): Promise<{ readonly id: string; readonly state: 'processing' }> => {
    if (!(await imports.move(key, ['needs_review'], 'processing'))) {
      const { state } = await knownImport(imports, key);
      throw new DomainError('conflict', `the import is ${state}`);
    }
    await dispatch.send([{ tenant: key.tenant, import_id: key.id }]);
    return { id: key.id, state: 'processing' };
  };
