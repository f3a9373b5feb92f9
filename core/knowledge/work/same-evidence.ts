import type { PatternDecision, PatternWork } from '#contracts/knowledge-work.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import type { PatternAt } from './each-pattern.ts';
import { isDue } from './is-due.ts';
import { readEvidence, type ReadEvidenceDeps } from './read-evidence.ts';

export type SameEvidenceDeps = ReadEvidenceDeps & { patterns: Pick<PatternStore, 'find' | 'caseIds'> };

/** The evidence that a run is at; or, where it is not there any more, what that means for the pattern. */
export type SameEvidence =
  | { readonly kind: 'same'; readonly pattern: StoredPattern; readonly evidence: Evidence }
  | { readonly kind: 'other'; readonly decision: PatternDecision };

const other = (kind: 'postponed' | 'unchanged'): SameEvidence => ({ kind: 'other', decision: { kind } });

/**
 * Reads the evidence of a pattern anew for each step: what was erased, reopened or changed since the run began is never
 * written about, and no text of a case has to be kept between the steps.
 */
export const sameEvidence = (deps: SameEvidenceDeps) => {
  const read = readEvidence(deps);

  return async ({ tenant, id }: PatternAt, { evidence: begun }: PatternWork): Promise<SameEvidence> => {
    const pattern = await deps.patterns.find(tenant, id);
    if (pattern === undefined || pattern.size === 0) return other('postponed');
    if (begun !== '' && begun !== pattern.evidence) return other('postponed');
    // Another run was quicker.
    if (!isDue(pattern)) return other('unchanged');
    const evidence = await read(pattern);
    return evidence === undefined ? other('postponed') : { kind: 'same', pattern, evidence };
  };
};
