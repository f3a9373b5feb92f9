import type { EarlyRuns } from '#contracts/early-runs.ts';
import type { KnowledgeGrouping } from '#contracts/knowledge-grouping.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { thresholdRunId } from '#core/jobs/run-id.ts';
import { categoryWords } from '#core/knowledge/categories/category-words.ts';
import { NO_CATEGORY } from '#core/knowledge/categories/elect-category.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { ResolvedCounts } from '#core/ports/resolved-counts.ts';
import { startThresholdRun, type StartThresholdRunDeps } from './start-threshold-run.ts';

export type CountResolvedDeps = StartThresholdRunDeps & {
  resolved: ResolvedCounts;
  hasher: Hasher;
  grouping: Pick<KnowledgeGrouping, 'resolvedStatuses' | 'categories'>;
  early: EarlyRuns;
};

const MINUTE_MS = 60_000;
/** Letters of the hash that names a run; two windows do not meet in them. */
const NAME_LENGTH = 20;

/** Whether a case was solved, or came here solved, after a time; one that does not say when it was solved counts at each change. */
const isNew = ({ updatedAt, createdAt, content }: LivingCase, since: string): boolean =>
  updatedAt > since && (createdAt > since || (content.resolved_at ?? updatedAt) > since);

/**
 * Counts the cases of a tenant that were solved since they were last grouped, and starts the making of knowledge when
 * enough of one category have come together, once for each time. Cases may be told again and in any order.
 */
export const countResolved = (deps: CountResolvedDeps) => {
  const { resolved, hasher, clock, early } = deps;
  const statuses = new Set(deps.grouping.resolvedStatuses);
  const hintOf = categoryWords(deps.grouping.categories);
  const start = startThresholdRun(deps);

  const isQuiet = (since: string): boolean =>
    clock.now().getTime() - Date.parse(since) < early.quietMinutes * MINUTE_MS;

  const count = async (
    at: { readonly tenant: string; readonly category: string; readonly window: number },
    since: string,
    ids: readonly string[],
  ): Promise<void> => {
    const held = await resolved.add(at, ids, early.cases);
    if (held < early.cases || isQuiet(since)) return;
    const { tenant, category, window } = at;
    const name = hasher.sha256(JSON.stringify([tenant, category, window])).slice(0, NAME_LENGTH);
    await start({
      job: 'knowledge_generation',
      runId: thresholdRunId('knowledge_generation', name),
    });
  };

  return async (tenant: string, rows: readonly LivingCase[]): Promise<void> => {
    const solved = rows.filter(({ content }) => statuses.has(content.status));
    if (solved.length === 0) return;
    const { number: window, since } = await resolved.window(tenant);
    // A case base that was never grouped is being brought in: half of it would make other patterns than the whole.
    if (since === undefined) return;
    const fresh = solved.filter((row) => isNew(row, since));
    const byCategory = Map.groupBy(fresh, ({ content }) => hintOf(content)?.category ?? NO_CATEGORY);
    for (const [category, own] of byCategory)
      await count(
        { tenant, category, window },
        since,
        own.map(({ id }) => id),
      );
  };
};
