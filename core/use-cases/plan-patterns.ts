import { TenantPlan } from '#contracts/knowledge-work.ts';
import { isDue } from '#core/knowledge/work/is-due.ts';
import { writeJsonOnce } from '#core/knowledge/work/json-files.ts';
import { workKeys } from '#core/knowledge/work/work-keys.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

export type PlanPatternsDeps = { files: KnowledgeFiles; patterns: Pick<PatternStore, 'list'> };

const PAGE = 100;

/** Keeps which patterns of a tenant a run has to look at, the same however often it is asked. */
export const planPatterns =
  ({ files, patterns }: PlanPatternsDeps) =>
  async (runId: string, tenant: string): Promise<TenantPlan> => {
    const due: string[] = [];
    let [known, after]: [number, string | undefined] = [0, undefined];
    do {
      // oxlint-disable-next-line no-await-in-loop -- each page tells where the next begins
      const page = await patterns.list(tenant, PAGE, after);
      known += page.patterns.length;
      due.push(...page.patterns.filter(isDue).map(({ id }) => id));
      after = page.next;
    } while (after !== undefined);
    return writeJsonOnce(files, workKeys(runId).plan(tenant), TenantPlan, { patterns: known, due });
  };
