import * as z from 'zod';
import type { CaseKey } from './case-key.ts';

/** What is kept as a record of its own, in a table of its own, and found by search. */
export const RecordKind = z.enum(['case', 'article']);
export type RecordKind = z.infer<typeof RecordKind>;

/** Names a record of any kind. */
export type RecordKey = CaseKey & { readonly kind: RecordKind };
