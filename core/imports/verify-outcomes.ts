import type { Outcome } from '#contracts/import-outcome.ts';
import type { CaseHead } from '#core/ports/case-heads.ts';
import type { ChunkOutcomes, Verification } from '#core/ports/segment-ledger.ts';
import type { IndexedVersion } from '#core/ports/search-index.ts';

/** An outcome that the index has to confirm. */
export type Claim = Extract<Outcome, { outcome: 'written' | 'unchanged' }>;

/** The outcomes that the index has to confirm: all but those that failed when they were written. */
export const claimsOf = (chunks: readonly ChunkOutcomes[]): readonly Claim[] =>
  chunks.flatMap(({ outcomes }) => outcomes).filter((outcome) => outcome.outcome !== 'failed');

/** Claims that the index does not bear out yet: it knows the record at that version or later, living or removed. */
export const unseen = (
  claims: readonly Claim[],
  versions: ReadonlyMap<string, IndexedVersion>,
): readonly Claim[] => claims.filter(({ id, version }) => (versions.get(id)?.version ?? 0) < version);

/** Claims still missing: not those whose row is gone for good while the index knows nothing of it either. */
export const missingOf = (
  notSeen: readonly Claim[],
  versions: ReadonlyMap<string, IndexedVersion>,
  heads: ReadonlyMap<string, CaseHead>,
): readonly Claim[] =>
  notSeen.filter(({ id }) => {
    const head = heads.get(id);
    const gone = head === undefined || head.deleted;
    const known = versions.get(id);
    return !(gone && (known === undefined || known.removed));
  });

const failMissing = (outcome: Outcome, missing: ReadonlySet<number>): Outcome => {
  if (outcome.outcome === 'failed' || !missing.has(outcome.line)) return outcome;
  const { line, id, ...claimed } = outcome;
  return { line, id, outcome: 'failed', code: 'not_indexed', claimed };
};

/** The books of a segment that is closed now; claims still missing become `failed`. */
export const closeBooks = (chunks: readonly ChunkOutcomes[], missing: readonly Claim[]): Verification => {
  const lines = new Set(missing.map(({ line }) => line));
  const changed = chunks
    .filter(({ outcomes }) => outcomes.some(({ line }) => lines.has(line)))
    .map(({ chunk, outcomes }) => ({
      chunk,
      outcomes: outcomes.map((outcome) => failMissing(outcome, lines)),
    }));
  const final = chunks.flatMap(({ outcomes }) => outcomes.map((outcome) => failMissing(outcome, lines)));
  const count = (kind: Outcome['outcome']): number => final.filter(({ outcome }) => outcome === kind).length;
  return {
    counts: { indexed: count('written'), unchanged: count('unchanged'), failed: count('failed') },
    changed,
  };
};
