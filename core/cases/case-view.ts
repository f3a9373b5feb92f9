import type { CaseView } from '#contracts/case.ts';
import type { LivingCase } from './case-row.ts';

/** A case as the API shows it. */
export const caseView = (row: LivingCase): CaseView => ({
  ...row.content,
  id: row.id,
  created_at: row.createdAt,
  updated_at: row.updatedAt,
  ...(row.sourceUpdatedAt !== undefined && { source_updated_at: row.sourceUpdatedAt }),
  ...(row.lineage && { lineage: row.lineage }),
});

/** A case as a list shows it: without its long texts. */
export const caseSummary = (row: LivingCase): CaseView => {
  const { description: _description, resolution: _resolution, feed: _feed, ...summary } = caseView(row);
  return summary;
};
