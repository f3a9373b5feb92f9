import type { KnowledgeSufficiency } from '#contracts/knowledge-sufficiency.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { evidenceOf } from '#core/knowledge/evidence-of.ts';
import type { FoundPattern } from '#core/knowledge/find-patterns.ts';
import type { RefusalReason } from '#contracts/refusal-reason.ts';
import { sufficiencyOf } from '#core/knowledge/sufficiency.ts';
import { patternOf } from '../quality/pattern-of.ts';

/** Which of some patterns would get no article, since their cases do not tell enough, and why. */
export const refusalsOf = (
  patterns: readonly FoundPattern[],
  rows: ReadonlyMap<string, LivingCase>,
  needs: KnowledgeSufficiency,
): ReadonlyMap<FoundPattern, RefusalReason> =>
  new Map(
    patterns.flatMap((pattern) => {
      const own = pattern.caseIds.flatMap((id) => rows.get(id) ?? []);
      const verdict = sufficiencyOf(evidenceOf(patternOf(pattern.caseIds[0] ?? '', own), own), needs);
      return verdict.sufficient ? [] : [[pattern, verdict.reason] as const];
    }),
  );
