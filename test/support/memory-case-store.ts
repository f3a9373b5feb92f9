import type { CaseRow, LivingCase } from '#core/cases/case-row.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import { memoryRecordStore } from './memory-record-store.ts';

/** Cases in memory, a twin of the table for unit tests. */
export const memoryCaseStore = (initial: readonly CaseRow[] = []): CaseStore =>
  memoryRecordStore<LivingCase>(initial);
