import type { PageTask } from '#contracts/knowledge-task.ts';
import { eachPattern, type EachPatternDeps } from '#core/knowledge/work/each-pattern.ts';
import { verifiedDraft, type VerifiedDraftDeps } from '#core/knowledge/work/verified-draft.ts';

export type VerifyDraftsDeps = EachPatternDeps & VerifiedDraftDeps;

/** Refuses the drafts of a page whose cause or steps their cases do not say. */
export const verifyDrafts = (deps: VerifyDraftsDeps) => {
  const each = eachPattern(deps);
  const verified = verifiedDraft(deps);

  return (task: PageTask): Promise<{ more: boolean }> =>
    each(task, async (at, work) => {
      const found = await verified(at, work);
      return found.kind === 'decided' ? { ...work, decision: found.decision } : work;
    });
};
