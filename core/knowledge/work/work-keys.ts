/** Where a run of `knowledge_generation` keeps how far it is; ids and counts only. It goes after a week. */
export const workKeys = (runId: string) => {
  const run = `runs/${runId}`;
  return {
    tenants: (slice: number): string => `${run}/slices/${slice}/tenants.json`,
    pages: (slice: number): string => `${run}/slices/${slice}/pages.json`,
    counts: (slice: number, page: number): string => `${run}/slices/${slice}/counts/${page}.json`,
    plan: (tenant: string): string => `${run}/tenants/${tenant}/plan.json`,
    work: (tenant: string, pattern: string): string =>
      `${run}/tenants/${tenant}/work/${encodeURIComponent(pattern)}.json`,
  } as const;
};

/** Where a run that had more tenants than it may look at left off; the next one begins there. */
export const LEFT_OFF_KEY = 'runs/left-off.json';
