import type { PatternDetail } from '#contracts/pattern.ts';
import { patternView } from '#core/knowledge/pattern-view.ts';
import type { CaseHeads } from '#core/ports/case-heads.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { notThere } from '#core/records/living-record.ts';

export type GetPatternDeps = {
  readonly patterns: Pick<PatternStore, 'find' | 'caseIds'>;
  readonly heads: CaseHeads;
};

/** A pattern with its cases; those that were deleted since it was grouped are not shown. */
export const getPattern =
  ({ patterns, heads }: GetPatternDeps) =>
  async (tenant: string, id: string): Promise<PatternDetail> => {
    const pattern = await patterns.find(tenant, id);
    if (!pattern) throw notThere('pattern');
    const caseIds = await patterns.caseIds(tenant, id);
    const known = await heads.findMany(tenant, caseIds);
    return {
      ...patternView(pattern),
      case_ids: caseIds.filter((caseId) => known.get(caseId)?.deleted === false),
    };
  };
