import type { PageTask } from '#contracts/knowledge-task.ts';
import type { PatternDecision } from '#contracts/knowledge-work.ts';
import type { DraftOutcome } from '#core/articles/propose-change.ts';
import { storeDraft, type StoreDraftDeps } from '#core/articles/store-draft.ts';
import { articleOfPattern } from '#core/knowledge/article-of-pattern.ts';
import { generatedArticle } from '#core/knowledge/generated-article.ts';
import { eachPattern, type EachPatternDeps } from '#core/knowledge/work/each-pattern.ts';
import { verifiedDraft, type VerifiedDraftDeps } from '#core/knowledge/work/verified-draft.ts';

export type StoreDraftsDeps = EachPatternDeps & VerifiedDraftDeps & StoreDraftDeps;

/** What a run has done to an article; what it finds done by itself it did before it was killed. */
const decisionOf = (
  { kind, article }: DraftOutcome,
  runId: string,
  coverage: 'create' | 'update' | undefined,
): PatternDecision => {
  const mine = article.generation?.run_id === runId;
  const made = coverage === 'update' ? 'proposed' : 'created';
  const done = {
    created: 'created',
    revived: 'created',
    replaced: 'proposed',
    confirmed: 'proposed',
    proposed: 'proposed',
    merged: 'unchanged',
    unchanged: mine ? made : 'unchanged',
  } as const;
  return { kind: done[kind], article_id: article.id };
};

/**
 * Makes articles of the drafts of a page, for a person to look at; where there is an article already, the draft becomes
 * a proposed change. A draft is checked again at this moment, so that nothing is stored that was not.
 */
export const storeDrafts = (deps: StoreDraftsDeps) => {
  const each = eachPattern(deps);
  const verified = verifiedDraft(deps);
  const store = storeDraft(deps);

  return (task: PageTask): Promise<{ more: boolean }> =>
    each(task, async (at, work) => {
      const found = await verified(at, work);
      if (found.kind === 'decided') return { ...work, decision: found.decision };
      const draft = generatedArticle({ ...found, runId: task.run_id, writtenAt: deps.clock.now() });
      const stored = await store(at.tenant, articleOfPattern(at.id), draft);
      return { ...work, decision: decisionOf(stored, task.run_id, work.coverage) };
    });
};
