import { WritingTask, type PageTask, type WritingStep } from '#contracts/knowledge-task.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import { checkCoverage, type CheckCoverageDeps } from '#core/use-cases/check-coverage.ts';
import { checkSufficiency, type CheckSufficiencyDeps } from '#core/use-cases/check-sufficiency.ts';
import { countGeneration, type CountGenerationDeps } from '#core/use-cases/count-generation.ts';
import { draftArticles, type DraftArticlesDeps } from '#core/use-cases/draft-articles.ts';
import { keepOutcomes, type KeepOutcomesDeps } from '#core/use-cases/keep-outcomes.ts';
import { planPages, type PlanPagesDeps } from '#core/use-cases/plan-pages.ts';
import { storeDrafts, type StoreDraftsDeps } from '#core/use-cases/store-drafts.ts';
import type { TakeStepDeps } from '#core/use-cases/take-step.ts';
import { verifyDrafts, type VerifyDraftsDeps } from '#core/use-cases/verify-drafts.ts';
import { jobStep } from '#lambdas/shared/job-step.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

export type WriteArticlesDeps = PlanPagesDeps &
  CheckCoverageDeps &
  CheckSufficiencyDeps &
  DraftArticlesDeps &
  VerifyDraftsDeps &
  StoreDraftsDeps &
  KeepOutcomesDeps &
  CountGenerationDeps &
  TakeStepDeps;

type Step = (task: PageTask, deadline: Deadline) => Promise<{ more: boolean }>;

const MICRO = 1_000_000;

/** The steps of `knowledge_generation` that make articles of patterns, a page of them at a time. */
export const createHandler = (deps: WriteArticlesDeps) => {
  const plan = planPages(deps);
  const count = countGeneration(deps);
  const steps: Readonly<Record<WritingStep, Step>> = {
    CheckCoverage: checkCoverage(deps),
    CheckSufficiency: checkSufficiency(deps),
    DraftArticles: draftArticles(deps),
    VerifyDrafts: verifyDrafts(deps),
    StoreDrafts: storeDrafts(deps),
    KeepOutcomes: keepOutcomes(deps),
  };

  const countRun = async (runId: string, slice: number) => {
    const counts = await count(runId, slice);
    log('KNOWLEDGE_RUN_COUNTED', { counts });
    measure('ArticlesWritten', counts.created + counts.proposed);
    measure('PatternsFailed', counts.failed);
    measure('WritingCost', counts.cost_micro_usd / MICRO);
    return counts;
  };

  return jobStep(deps)(
    WritingTask,
    ({ step }) => step,
    async (task, deadline) => {
      if (task.step === 'PlanPages') return plan(task.run_id, task.slice, task.round);
      if (task.step === 'CountRun') return countRun(task.run_id, task.slice);
      return steps[task.step](task, deadline);
    },
  );
};
