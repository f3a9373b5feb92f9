import type { SplitMessage } from '#contracts/import-messages.ts';
import { DomainError } from '#core/domain-error.ts';
import type { ImportKey } from '#core/imports/import-row.ts';
import { isFinal } from '#core/imports/import-states.ts';
import { knownImport } from '#core/imports/known-import.ts';
import { sourceExpired } from '#core/imports/source-expired.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { ImportRetries } from '#core/ports/import-retries.ts';
import type { ImportStore } from '#core/ports/import-store.ts';
import type { Outbox } from '#core/ports/outbox.ts';

export type RetryImportDeps = {
  imports: ImportStore;
  retries: ImportRetries;
  splits: Outbox<SplitMessage>;
  clock: Clock;
};

/**
 * Tries the failed records of an import again. Refused with `conflict` unless it has ended with some, and with
 * `source_expired` when they are not kept any more. An import that was cancelled goes on where it was cancelled:
 * it can only be completed when nothing is pending.
 */
export const retryImport =
  ({ imports, retries, splits, clock }: RetryImportDeps) =>
  async (key: ImportKey): Promise<{ readonly id: string; readonly state: 'processing' }> => {
    const row = await knownImport(imports, key);
    if (!isFinal(row.state)) throw new DomainError('conflict', `the import is ${row.state}`);
    if (row.failed === 0) throw new DomainError('conflict', 'the import has no failed records');
    if (sourceExpired(row, clock.now()))
      throw new DomainError('source_expired', 'the records of an import are kept for 7 days');
    if (!(await retries.start(key))) throw new DomainError('conflict', 'the import is being retried already');
    await splits.send([{ kind: 'retry', tenant: key.tenant, import_id: key.id }]);
    return { id: key.id, state: 'processing' };
  };
