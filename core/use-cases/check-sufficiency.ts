import type { PageTask } from '#contracts/knowledge-task.ts';
import type { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import { eachPattern, type EachPatternDeps } from '#core/knowledge/work/each-pattern.ts';
import { sameEvidence, type SameEvidenceDeps } from '#core/knowledge/work/same-evidence.ts';

export type CheckSufficiencyDeps = EachPatternDeps & SameEvidenceDeps & { sufficiency: KnowledgeSufficiency };

/** Refuses the patterns of a page whose cases do not tell enough. */
export const checkSufficiency = (deps: CheckSufficiencyDeps) => {
  const each = eachPattern(deps);
  const same = sameEvidence(deps);

  return (task: PageTask): Promise<{ more: boolean }> =>
    each(task, async (at, work) => {
      const seen = await same(at, work);
      if (seen.kind === 'other') return { ...work, decision: seen.decision };
      const found = sufficiencyOf(seen.evidence, deps.sufficiency);
      return found.sufficient ? work : { ...work, decision: { kind: 'refused', reason: found.reason } };
    });
};
