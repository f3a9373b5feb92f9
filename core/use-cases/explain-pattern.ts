import type { PatternWhy } from '#contracts/pattern-why.ts';
import { currentGroup } from '#core/knowledge/current-group.ts';
import { namedCaseIds, patternReasons } from '#core/knowledge/pattern-reasons.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { notThere } from '#core/records/living-record.ts';

export type ExplainPatternDeps = {
  readonly patterns: Pick<PatternStore, 'find'>;
  readonly files: Pick<KnowledgeFiles, 'read'>;
  readonly cases: Pick<CaseStore, 'findMany'>;
};

/** Why the cases of a pattern are together; `not_found` also for one that is no more, since nothing is together then. */
export const explainPattern =
  ({ patterns, files, cases }: ExplainPatternDeps) =>
  async (tenant: string, id: string): Promise<PatternWhy> => {
    const current = await currentGroup(() => patterns.find(tenant, id), files);
    if (!current?.group) throw notThere('pattern');
    const { pattern, group } = current;
    const [rows, others] = await Promise.all([
      cases.findMany(tenant, namedCaseIds(group)),
      Promise.all(group.apart_from.map((other) => patterns.find(tenant, other.pattern))),
    ]);
    const named = [...rows.values()].flatMap((row) =>
      row.deleted ? [] : [{ id: row.id, title: row.content.title }],
    );
    return patternReasons(pattern, group, {
      cases: new Map(named.map((one) => [one.id, one])),
      patterns: new Map(others.flatMap((other) => (other ? [[other.id, other] as const] : []))),
    });
  };
