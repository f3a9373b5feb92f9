import { extractiveWriter } from '#adapters/embedded/extractive-writer.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { WritingStep } from '#contracts/knowledge-task.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { newRun } from '#core/jobs/new-run.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import { checkCoverage } from '#core/use-cases/check-coverage.ts';
import { checkSufficiency } from '#core/use-cases/check-sufficiency.ts';
import { countGeneration } from '#core/use-cases/count-generation.ts';
import { draftArticles } from '#core/use-cases/draft-articles.ts';
import { groupTenant } from '#core/use-cases/group-tenant.ts';
import { keepOutcomes } from '#core/use-cases/keep-outcomes.ts';
import { planPages } from '#core/use-cases/plan-pages.ts';
import { selectTenants } from '#core/use-cases/select-tenants.ts';
import { storeDrafts } from '#core/use-cases/store-drafts.ts';
import { verifyDrafts } from '#core/use-cases/verify-drafts.ts';
import { countedIds } from './counted-ids.ts';
import { fixedClock } from './fixed-clock.ts';
import { memoryArticleStore } from './memory-article-store.ts';
import { memoryBudgets } from './memory-budgets.ts';
import { memoryCaseStore } from './memory-case-store.ts';
import { memoryJobRuns } from './memory-job-runs.ts';
import { memoryKnowledgeFiles } from './memory-knowledge-files.ts';
import { memoryPatternStore } from './memory-pattern-store.ts';
import { memoryRecordWalk } from './memory-record-walk.ts';
import { memoryResolvedCounts } from './memory-resolved-counts.ts';
import { memoryTenantRegistry } from './memory-tenant-registry.ts';

type Wish = {
  readonly cases: readonly LivingCase[];
  /** Wraps every port, e.g. so that it crashes. */
  readonly wrap?: <Port extends object>(port: Port) => Port;
  readonly writer?: ArticleWriter;
  /** Millionths of a dollar. */
  readonly limits?: { readonly monthly: number; readonly run: number };
  readonly mostMicroUsd?: number;
};

const JOB = 'knowledge_generation';
const TRIES = 3;

const FOREVER: Deadline = { remaining: () => Number.POSITIVE_INFINITY };

/** What a state of the machine does with a task that fails. */
const tried = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES) throw error;
    }
  }
};

/** The job `knowledge_generation` over twins, its states played one after the other. */
export const generationWorld = (wish: Wish) => {
  const { wrap = (port) => port, limits = { monthly: 20_000_000, run: 10_000_000 } } = wish;
  const clock = fixedClock();
  const cases = memoryCaseStore(wish.cases);
  const articles = memoryArticleStore();
  const files = memoryKnowledgeFiles();
  const patterns = memoryPatternStore(files);
  const runs = memoryJobRuns();
  const budgets = memoryBudgets();
  const tenants = memoryTenantRegistry();
  const resolved = memoryResolvedCounts();
  const failures: { readonly pattern: string; readonly step: string }[] = [];
  const written: string[] = [];
  const plain = wish.writer ?? extractiveWriter();
  const writer: ArticleWriter = {
    name: plain.name,
    write: async (evidence) => {
      written.push(`${evidence.tenant} ${evidence.patternId} ${evidence.hash}`);
      return plain.write(evidence);
    },
  };
  // Its name is no call that could crash.
  const fragileWriter = wrap(writer);
  const deps = {
    cases: wrap(cases),
    walk: wrap(memoryRecordWalk(cases)),
    articles: wrap(articles),
    files: wrap(files),
    patterns: wrap(patterns),
    runs: wrap(runs),
    tenants: wrap(tenants),
    resolved: wrap(resolved),
    writer: { name: writer.name, write: (evidence: Evidence) => fragileWriter.write(evidence) },
    hasher: nodeHasher,
    ids: countedIds(),
    clock,
    payment: {
      budgets: wrap(budgets),
      limits,
      clock,
      mostMicroUsd: () => wish.mostMicroUsd ?? 0,
    },
    sufficiency: knowledgeSettings.sufficiency,
    draftExpiryDays: 30,
    settings: knowledgeSettings.grouping,
    trail: {
      patternFailed: ({ pattern, step }: { pattern: string; step: string }) =>
        void failures.push({ pattern, step }),
    },
  };
  const steps = {
    CheckCoverage: checkCoverage(deps),
    CheckSufficiency: checkSufficiency(deps),
    DraftArticles: draftArticles(deps),
    VerifyDrafts: verifyDrafts(deps),
    StoreDrafts: storeDrafts(deps),
    KeepOutcomes: keepOutcomes(deps),
  };
  const select = selectTenants(deps);
  const group = groupTenant(deps);
  const plan = planPages(deps);
  const count = countGeneration(deps);

  const orLeftOut = async (work: () => Promise<unknown>): Promise<void> => {
    await work().catch(() => undefined);
  };

  const workPage = async (runId: string, slice: number, page: number, deadline: Deadline): Promise<void> => {
    for (const step of WritingStep.options) {
      const task = { job_id: JOB, run_id: runId, step, slice, page } as const;
      while ((await tried(() => steps[step](task, deadline))).more);
    }
  };

  /** Plays one run of the machine to its end; answers what it counted. */
  const run = async (runId: string, deadline: Deadline = FOREVER) => {
    await runs.claim(newRun({ job: JOB, runId }, 'manual', clock.now()), 10);
    try {
      let slice = 0;
      for (;;) {
        const at = slice;
        const selected = await tried(() => select(runId, at));
        for (const page of selected.pages) await orLeftOut(() => tried(() => group(runId, at, page)));
        let planned = await tried(() => plan(runId, at, 0));
        for (;;) {
          for (const page of planned.pages) await orLeftOut(() => workPage(runId, at, page, deadline));
          if (!planned.more) break;
          const { next } = planned;
          planned = await tried(() => plan(runId, at, next));
        }
        if (!selected.more || planned.full) return await tried(() => count(runId, at));
        slice = selected.next;
      }
    } finally {
      const finishedAt = clock.now().toISOString();
      await runs.finish(
        { job: JOB, runId },
        { status: 'succeeded', finishedAt, counts: {}, error: undefined },
      );
    }
  };

  return {
    cases,
    articles,
    files,
    patterns,
    budgets,
    runs,
    resolved,
    clock,
    deps,
    steps,
    run,
    failures,
    /** Each draft that was asked for: tenant, pattern and evidence. */
    written,
    begin: async () => {
      for (const tenant of new Set(wish.cases.map((row) => row.tenant))) await tenants.register(tenant);
    },
    /** All articles of a tenant, as far as a reader could tell them apart. */
    articlesOf: async (tenant: string) => {
      const { rows } = await articles.list(tenant, 1_000);
      return rows
        .map(({ id, content, claims, state, source, generation }) => ({
          id,
          content,
          claims,
          state,
          source,
          evidence: generation?.evidence,
        }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
    patternsOf: async (tenant: string) => (await patterns.list(tenant, 1_000)).patterns,
  };
};
