import type { PageTask } from '#contracts/knowledge-task.ts';
import { coverageOf } from '#core/articles/coverage.ts';
import { articleOfPattern } from '#core/knowledge/article-of-pattern.ts';
import { eachPattern, type EachPatternDeps } from '#core/knowledge/work/each-pattern.ts';
import { sameEvidence, type SameEvidenceDeps } from '#core/knowledge/work/same-evidence.ts';
import type { ArticleStore } from '#core/ports/article-store.ts';

export type CheckCoverageDeps = EachPatternDeps & SameEvidenceDeps & { articles: Pick<ArticleStore, 'find'> };

/** Finds out for each pattern of a page whether an article says already what its cases say. */
export const checkCoverage = (deps: CheckCoverageDeps) => {
  const each = eachPattern(deps);
  const same = sameEvidence(deps);

  return (task: PageTask): Promise<{ more: boolean }> =>
    each(task, async (at, work) => {
      const seen = await same(at, work);
      if (seen.kind === 'other') return { ...work, decision: seen.decision };
      const { evidence } = seen;
      const begun = { ...work, evidence: evidence.hash };
      const id = articleOfPattern(at.id);
      const row = await deps.articles.find(at.tenant, id);
      const coverage = coverageOf(row && !row.deleted ? row : undefined, evidence);
      return coverage.kind === 'nothing'
        ? { ...begun, decision: { kind: 'unchanged', article_id: id } }
        : { ...begun, coverage: coverage.kind };
    });
};
