import { TenantSlice } from '#contracts/knowledge-work.ts';
import { knownJson } from '#core/knowledge/work/json-files.ts';
import { workKeys } from '#core/knowledge/work/work-keys.ts';
import type { ResolvedCounts } from '#core/ports/resolved-counts.ts';
import { groupCases, type GroupCasesDeps } from './group-cases.ts';
import { planPatterns, type PlanPatternsDeps } from './plan-patterns.ts';

export type GroupTenantDeps = GroupCasesDeps & PlanPatternsDeps & { resolved: Pick<ResolvedCounts, 'begin'> };

/** How many patterns a tenant has, and how many of them the run has to look at. */
export type GroupedTenant = { readonly patterns: number; readonly due: number };

/** Groups the cases of one tenant of a slice and plans what the run does with its patterns. */
export const groupTenant = (deps: GroupTenantDeps) => {
  const group = groupCases(deps);
  const plan = planPatterns(deps);

  return async (runId: string, slice: number, page: number): Promise<GroupedTenant> => {
    const { tenants } = await knownJson(deps.files, workKeys(runId).tenants(slice), TenantSlice);
    const tenant = tenants[page];
    if (tenant === undefined) throw new Error(`slice ${slice} has no tenant ${page}`);
    // Before the cases are read: what is solved from here on may be missed by this grouping, and counts for the next.
    await deps.resolved.begin(tenant, deps.clock.now().toISOString());
    await group(tenant);
    const { patterns, due } = await plan(runId, tenant);
    return { patterns, due: due.length };
  };
};
