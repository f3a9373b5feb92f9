import { DomainError } from '#core/domain-error.ts';
import type { CaseStore } from '#core/ports/case-store.ts';

import type { CaseRow, LivingCase } from './case-row.ts';
import { livingCase } from './living-case.ts';

/** Writers that meet at one case this often in a row are told to come back. */
const MOST_TRIES = 5;

const isStale = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'version_mismatch';

/**
 * Reads a case, makes its next row and writes it, again when somebody else was quicker.
 * With `ifMatch` the row is written over that version only; else `version_mismatch`.
 */
export const changeCase = async <Next extends CaseRow>(
  cases: CaseStore,
  key: { readonly tenant: string; readonly id: string; readonly ifMatch?: number | undefined },
  next: (row: LivingCase) => Next,
): Promise<Next> => {
  for (let attempt = 1; ; attempt += 1) {
    const row = await livingCase(cases, key.tenant, key.id);
    if (key.ifMatch !== undefined && key.ifMatch !== row.version) {
      throw new DomainError('version_mismatch', `the case is at version ${row.version}`);
    }
    const changed = next(row);
    try {
      await cases.write(changed, row.version);
      return changed;
    } catch (error) {
      if (!isStale(error) || key.ifMatch !== undefined) throw error;
      if (attempt === MOST_TRIES)
        throw new DomainError('conflict', 'the case is being changed by others', { cause: error });
    }
  }
};
