import { PagePlan, TenantPlan, TenantSlice, type PatternPage } from '#contracts/knowledge-work.ts';
import { knownJson, readJson, writeJsonOnce } from '#core/knowledge/work/json-files.ts';
import { MOST_PAGES } from '#core/knowledge/work/run-bounds.ts';
import { workKeys } from '#core/knowledge/work/work-keys.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';

export type PlanPagesDeps = { files: KnowledgeFiles };

/** Patterns of a page. */
const PATTERNS = 25;
/** Pages of a round: an inline Map of Step Functions takes 40 at once. */
const PAGES = 40;

/** What goes on to the next states: numbers of pages in the file of the slice; `full` when the run cannot take more than these. */
export type PlannedPages = {
  readonly pages: readonly number[];
  readonly next: number;
  readonly more: boolean;
  readonly full: boolean;
};

/** The patterns of a slice's tenants in pages, a page of one tenant only; a tenant whose cases could not be grouped has none. */
const pagesOf = async (files: KnowledgeFiles, runId: string, slice: number): Promise<PatternPage[]> => {
  const keys = workKeys(runId);
  const { tenants } = await knownJson(files, keys.tenants(slice), TenantSlice);
  const pages: PatternPage[] = [];
  for (const tenant of tenants) {
    const { due } = (await readJson(files, keys.plan(tenant), TenantPlan)) ?? { due: [] };
    for (let at = 0; at < due.length; at += PATTERNS)
      pages.push({ tenant, patterns: due.slice(at, at + PATTERNS) });
  }
  return pages;
};

/** Keeps the pages of a slice at its first round, and answers the numbers of those that are this round's. */
export const planPages = ({ files }: PlanPagesDeps) => {
  const pagesBefore = async (runId: string, slice: number): Promise<number> => {
    let sum = 0;
    for (let before = 0; before < slice; before += 1)
      sum += (await knownJson(files, workKeys(runId).pages(before), PagePlan)).pages.length;
    return sum;
  };

  const plan = async (runId: string, slice: number): Promise<PagePlan> => {
    const pages = await pagesOf(files, runId, slice);
    const room = MOST_PAGES - (await pagesBefore(runId, slice));
    return { pages: pages.slice(0, room), full: pages.length > room };
  };

  return async (runId: string, slice: number, round: number): Promise<PlannedPages> => {
    const key = workKeys(runId).pages(slice);
    const { pages, full } =
      (await readJson(files, key, PagePlan)) ??
      (await writeJsonOnce(files, key, PagePlan, await plan(runId, slice)));
    return {
      pages: [...pages.keys()].slice(round * PAGES, (round + 1) * PAGES),
      next: round + 1,
      more: pages.length > (round + 1) * PAGES,
      full,
    };
  };
};
