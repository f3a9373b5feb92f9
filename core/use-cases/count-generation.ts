import {
  GenerationCounts,
  PagePlan,
  PatternWork,
  TenantPlan,
  TenantSlice,
  type PatternPage,
} from '#contracts/knowledge-work.ts';
import { NO_GENERATION, sumCounts, withDecision } from '#core/knowledge/work/decision-counts.ts';
import { knownJson, readJson } from '#core/knowledge/work/json-files.ts';
import { MOST_SLICES } from '#core/knowledge/work/run-bounds.ts';
import { LEFT_OFF_KEY, workKeys } from '#core/knowledge/work/work-keys.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

export type CountGenerationDeps = { files: KnowledgeFiles };

/** What became of a run. */
export type GenerationSum = GenerationCounts & {
  readonly tenants: number;
  /** Of all tenants that were looked at. */
  readonly patterns: number;
  /** Tenants whose cases could not be grouped, and pages that were not worked through. */
  readonly left_out: number;
};

/** What became of a page; where its last step has not said so, of each of its patterns. */
const countPage = async (
  files: KnowledgeFiles,
  runId: string,
  at: { readonly slice: number; readonly page: number },
  { tenant, patterns }: PatternPage,
): Promise<{ counts: GenerationCounts; whole: boolean }> => {
  const keys = workKeys(runId);
  const said = await readJson(files, keys.counts(at.slice, at.page), GenerationCounts);
  if (said !== undefined) return { counts: said, whole: true };
  let counts = NO_GENERATION;
  for (const id of patterns) {
    const work = await readJson(files, keys.work(tenant, id), PatternWork);
    counts = withDecision(counts, work ?? { cost_micro_usd: 0 });
  }
  return { counts, whole: false };
};

/** Adds up a run from its files, whose last slice is given, and keeps where the next one begins when it could not look at all. */
export const countGeneration = ({ files }: CountGenerationDeps) => {
  const leaveOff = async (runId: string, last: number): Promise<void> => {
    const keys = workKeys(runId);
    const { full } = await knownJson(files, keys.pages(last), PagePlan);
    const { tenants, more } = await knownJson(files, keys.tenants(last), TenantSlice);
    // A slice that was too much for one run comes first in the next.
    if (full && last === 0) return;
    const before = full ? (await knownJson(files, keys.tenants(last - 1), TenantSlice)).tenants : tenants;
    const unfinished = full || (more && last + 1 === MOST_SLICES);
    await files.write(LEFT_OFF_KEY, unfinished ? (before.at(-1) ?? '') : '');
  };

  const countSlice = async (runId: string, slice: number): Promise<GenerationSum> => {
    const keys = workKeys(runId);
    const { tenants } = await knownJson(files, keys.tenants(slice), TenantSlice);
    const plans = await Promise.all(tenants.map((tenant) => readJson(files, keys.plan(tenant), TenantPlan)));
    const { pages } = await knownJson(files, keys.pages(slice), PagePlan);
    const counted: Awaited<ReturnType<typeof countPage>>[] = [];
    for (const [page, one] of pages.entries())
      counted.push(await countPage(files, runId, { slice, page }, one));
    const sum = sumCounts(counted.map(({ counts }) => counts));
    const patterns = plans.reduce((all, plan) => all + (plan?.patterns ?? 0), 0);
    const due = plans.reduce((all, plan) => all + (plan?.due.length ?? 0), 0);
    return {
      ...sum,
      tenants: tenants.length,
      patterns,
      // Those that nobody had to look at are as they were; those that the run had no room for wait for the next.
      unchanged: sum.unchanged + patterns - due,
      postponed: sum.postponed + due - sum.processed,
      left_out:
        plans.filter((plan) => plan === undefined).length + counted.filter(({ whole }) => !whole).length,
    };
  };

  return async (runId: string, last: number): Promise<GenerationSum> => {
    const slices: GenerationSum[] = [];
    for (let slice = 0; slice <= last; slice += 1) slices.push(await countSlice(runId, slice));
    const total = (name: 'tenants' | 'patterns' | 'left_out'): number =>
      slices.reduce((sum, slice) => sum + slice[name], 0);
    await leaveOff(runId, last);
    return {
      ...sumCounts(slices),
      tenants: total('tenants'),
      patterns: total('patterns'),
      left_out: total('left_out'),
    };
  };
};
