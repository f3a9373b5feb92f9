import type { LivingCase } from './case-row.ts';
import { isResolved } from './is-resolved.ts';

/** The day on which a case was resolved, `YYYY-MM-DD` in UTC; where its source does not say when, that of its last change. */
export const resolvedDay = (row: LivingCase, statuses: readonly string[]): string | undefined =>
  isResolved(row, statuses) ? (row.content.resolved_at ?? row.updatedAt).slice(0, 10) : undefined;
