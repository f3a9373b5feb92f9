import type { LivingCase } from './case-row.ts';

/** Whether a case is resolved: its status is one of those that its source calls so. */
export const isResolved = ({ content }: Pick<LivingCase, 'content'>, statuses: readonly string[]): boolean =>
  statuses.includes(content.status);
