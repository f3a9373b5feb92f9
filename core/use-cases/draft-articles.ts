import type { PageTask } from '#contracts/knowledge-task.ts';
import { KeptDraft } from '#contracts/kept-draft.ts';
import type { PatternWork } from '#contracts/knowledge-work.ts';
import { withinBudget, type Budgeted, type WithinBudgetDeps } from '#core/knowledge/budget/within-budget.ts';
import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import { claimDraft, type ClaimDraftDeps } from '#core/knowledge/work/claim-draft.ts';
import { draftKeys, type DraftSeries } from '#core/knowledge/work/draft-keys.ts';
import { eachPattern, type EachPatternDeps } from '#core/knowledge/work/each-pattern.ts';
import { writeJsonOnce } from '#core/knowledge/work/json-files.ts';
import { keptDraft } from '#core/knowledge/work/kept-draft.ts';
import { sameEvidence, type SameEvidenceDeps } from '#core/knowledge/work/same-evidence.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import type { Deadline } from '#core/ports/deadline.ts';

export type DraftArticlesDeps = EachPatternDeps &
  SameEvidenceDeps &
  ClaimDraftDeps & {
    writer: ArticleWriter;
    /** What drafts are paid from; left out where the writer is free. */
    payment?:
      | (WithinBudgetDeps & {
          /** The most that a draft of the evidence can cost, in millionths of a US dollar. */
          mostMicroUsd: (evidence: Evidence) => number;
        })
      | undefined;
  };

/** Has an article drafted of each pattern of a page, as far as the budgets go; a draft that is there already is taken. */
export const draftArticles = (deps: DraftArticlesDeps) => {
  const { files, writer, payment } = deps;
  const each = eachPattern(deps);
  const same = sameEvidence(deps);
  const claim = claimDraft(deps);

  /** Writes a draft and keeps it; what is of no use is kept as such, and is paid all the same. */
  const write = async (evidence: Evidence, key: string): Promise<{ costMicroUsd: number }> => {
    try {
      const writing = await writer.write(evidence);
      await writeJsonOnce(files, key, KeptDraft, keptDraft(writing));
      return writing;
    } catch (error) {
      if (error instanceof DraftUnusable) await writeJsonOnce(files, key, KeptDraft, { kind: 'unusable' });
      throw error;
    }
  };

  /** The same, paid for: whoever comes next may have a draft that was not made. */
  const writePaid = async (
    { tenant, patternId, evidence: hash }: DraftSeries,
    run: string,
    evidence: Evidence,
    keys: ReturnType<typeof draftKeys>,
  ): Promise<Budgeted<{ costMicroUsd: number }>> => {
    const make = () => write(evidence, keys.draft);
    if (!payment) return { kind: 'done', result: await make() };
    const wish = { tenant, run, patternId, evidence: hash, mostMicroUsd: payment.mostMicroUsd(evidence) };
    const letGo = () => files.remove(keys.claim);
    try {
      const paid = await withinBudget(payment)(wish, make);
      if (paid.kind === 'over_budget') await letGo();
      return paid;
    } catch (error) {
      if (!(error instanceof DraftUnusable)) await letGo();
      throw error;
    }
  };

  const draft = async (
    task: PageTask,
    series: DraftSeries,
    evidence: Evidence,
    work: PatternWork,
  ): Promise<PatternWork> => {
    const { number, kind } = await claim(series, task.run_id);
    if (kind === 'others') return { ...work, decision: { kind: 'postponed' } };
    if (kind === 'kept') return { ...work, draft: number };
    const drafted = (costMicroUsd: number): PatternWork => ({
      ...work,
      draft: number,
      cost_micro_usd: work.cost_micro_usd + costMicroUsd,
    });
    try {
      const paid = await writePaid(series, task.run_id, evidence, draftKeys(series, number));
      return paid.kind === 'done'
        ? drafted(paid.result.costMicroUsd)
        : { ...work, decision: { kind: 'over_budget' } };
    } catch (error) {
      if (error instanceof DraftUnusable) return drafted(error.spent.costMicroUsd);
      throw error;
    }
  };

  return (task: PageTask, deadline: Deadline): Promise<{ more: boolean }> =>
    each(
      task,
      async (at, work) => {
        const seen = await same(at, work);
        if (seen.kind === 'other') return { ...work, decision: seen.decision };
        const series = {
          tenant: at.tenant,
          patternId: at.id,
          evidence: work.evidence,
          writer: writer.name,
        };
        return draft(task, series, seen.evidence, work);
      },
      deadline,
    );
};
