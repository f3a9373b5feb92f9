import type { LivingCase } from '#core/cases/case-row.ts';
import type { ListPosition, RecordPage, RecordStore } from './record-store.ts';

/** A place in a tenant's list of cases: the row after which it goes on. */
export type CasePosition = ListPosition;

/** A page of a tenant's list; `next` is absent on the last one. */
export type CasePage = RecordPage<LivingCase>;

/** Where cases live. Every implementation must pass test/contract/case-store.contract.ts. */
export type CaseStore = RecordStore<LivingCase>;
