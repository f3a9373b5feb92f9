import * as z from 'zod';
import { FailureCode, RejectionCode, UnchangedCode } from './import-reason.ts';
import { page, pageQuery } from './page.ts';

/** Outcomes of records that can be listed one by one. */
export const ListedOutcome = z.enum(['rejected', 'failed', 'unchanged']);
export type ListedOutcome = z.infer<typeof ListedOutcome>;

/** A record of an import and what became of it. */
export const ImportRecordView = z.object({
  line: z.int(),
  id: z.string().optional(),
  outcome: ListedOutcome,
  code: z.union([RejectionCode, UnchangedCode, FailureCode]),
  reason: z.string(),
});
export type ImportRecordView = z.infer<typeof ImportRecordView>;

/** Query of `GET /imports/{id}/records`; without an outcome it lists the rejected and the failed. */
export const ImportRecordsQuery = z.strictObject({ ...pageQuery, outcome: ListedOutcome.optional() });

/** A page of records; it may be short, only a `next_cursor` of null tells the end. */
export const ImportRecordPageView = page(ImportRecordView);
