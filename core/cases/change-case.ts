import type { CaseStore } from '#core/ports/case-store.ts';
import { changeRecord } from '#core/records/change-record.ts';
import type { CaseRow, LivingCase } from './case-row.ts';

/** Makes a case's next row and writes it; see changeRecord. */
export const changeCase = <Next extends CaseRow>(
  cases: CaseStore,
  key: { readonly tenant: string; readonly id: string; readonly ifMatch?: number | undefined },
  next: (row: LivingCase) => Next,
): Promise<Next> => changeRecord({ noun: 'case', store: cases }, key, next);
