import type { DispatchMessage } from '#contracts/import-messages.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { knownImport } from '#core/imports/known-import.ts';
import { sourceExpired } from '#core/imports/source-expired.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';

export type ContinueImportDeps = { imports: ImportStore; dispatch: Outbox<DispatchMessage>; clock: Clock };

/**
 * Goes on with an import in spite of its error rate. Refused with `conflict` unless it waits for that, and with
 * `source_expired` when it waited so long that its records are not kept any more.
 */
export const continueImport =
  ({ imports, dispatch, clock }: ContinueImportDeps) =>
  async (key: ImportKey): Promise<{ readonly id: string; readonly state: 'processing' }> => {
    const row = await knownImport(imports, key);
    if (row.state === 'needs_review' && sourceExpired(row, clock.now()))
      throw new DomainError('source_expired', 'the records of an import are kept for 7 days');
    if (!(await imports.move(key, ['needs_review'], 'processing'))) {
      const { state } = await knownImport(imports, key);
      throw new DomainError('conflict', `the import is ${state}`);
    }
    await dispatch.send([{ tenant: key.tenant, import_id: key.id }]);
    return { id: key.id, state: 'processing' };
  };
