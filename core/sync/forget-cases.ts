import { nextVersion } from '#core/cases/next-version.ts';
import type { DeletedCase } from '#core/cases/case-row.ts';
import { DomainError } from '#core/domain-error.ts';
import type { CaseHead } from '#core/ports/case-heads.ts';
import type { SyncDeps } from './sync-deps.ts';
import { isOfSource } from './sync-import-id.ts';

/** A case that the source has no more; `time` is that of its deletion, as far as the source tells. */
export type LostCase = { readonly id: string; readonly time: string | undefined };

type Forgetting = {
  readonly tenant: string;
  readonly heads: ReadonlyMap<string, CaseHead>;
  /** Whether an import under way may yet write a case that the table does not have. */
  readonly mayComeLater: (lost: LostCase) => boolean;
};

const later = (a: string | undefined, b: string | undefined): string | undefined =>
  (a ?? '') > (b ?? '') ? a : b;

/** The tombstone to write, if any: cases of other origins stay, and what is not there needs none but against imports under way. */
const tombstoneFor = (
  lost: LostCase,
  { tenant, heads, mayComeLater }: Forgetting,
  now: string,
): DeletedCase | undefined => {
  const head = heads.get(lost.id);
  if (head ? head.deleted || !isOfSource(head.importId) : !mayComeLater(lost)) return undefined;
  return {
    tenant,
    id: lost.id,
    version: nextVersion(head, now),
    deleted: true,
    updatedAt: now,
    // By its time a reading that is older and still under way does not bring the case back.
    sourceUpdatedAt: lost.time && later(lost.time, head?.sourceUpdatedAt),
    // Without a time it is gone since now, as if somebody had deleted it here.
    bySource: lost.time === undefined ? undefined : true,
  };
};

const isStale = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'version_mismatch';

/** Deletes cases that came from the source and are gone there; answers how many. Whoever was quicker stands: the next look sees it. */
export const forgetCases = async (
  { cases, clock }: SyncDeps,
  lost: readonly LostCase[],
  forgetting: Forgetting,
): Promise<number> => {
  const now = clock.now().toISOString();
  let deleted = 0;
  for (const one of lost) {
    const tombstone = tombstoneFor(one, forgetting, now);
    if (!tombstone) continue;
    try {
      await cases.write(tombstone, forgetting.heads.get(one.id)?.version ?? 0);
      deleted += 1;
    } catch (error) {
      if (!isStale(error)) throw error;
    }
  }
  return deleted;
};
