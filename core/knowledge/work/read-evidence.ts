import type { Evidence } from '#core/knowledge/evidence.ts';
import { evidenceHash } from '#core/knowledge/evidence-hash.ts';
import { evidenceOf } from '#core/knowledge/evidence-of.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import type { CaseStore } from '#core/ports/case-store.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

export type ReadEvidenceDeps = {
  patterns: Pick<PatternStore, 'caseIds'>;
  cases: Pick<CaseStore, 'findMany'>;
  hasher: Hasher;
};

/** The evidence of a pattern as its cases are now; undefined when they are not those that it was grouped from. */
export const readEvidence =
  ({ patterns, cases, hasher }: ReadEvidenceDeps) =>
  async (pattern: StoredPattern): Promise<Evidence | undefined> => {
    const ids = await patterns.caseIds(pattern.tenant, pattern.id);
    const rows = await cases.findMany(pattern.tenant, ids);
    const living = [...rows.values()].filter((row) => !row.deleted);
    return evidenceHash(hasher, living) === pattern.evidence ? evidenceOf(pattern, living) : undefined;
  };
