import { TenantSlice } from '#contracts/knowledge-work.ts';
import { knownJson, writeJsonOnce } from '#core/knowledge/work/json-files.ts';
import { MOST_SLICES } from '#core/knowledge/work/run-bounds.ts';
import { LEFT_OFF_KEY, workKeys } from '#core/knowledge/work/work-keys.ts';
import type { KnowledgeFiles } from '#core/ports/knowledge-files.ts';
import type { TenantRegistry } from '#core/ports/tenant-registry.ts';

export type SelectTenantsDeps = { files: KnowledgeFiles; tenants: Pick<TenantRegistry, 'list'> };

/** Tenants of a slice: an inline Map of Step Functions takes 40 at once. */
const SLICE = 40;

/** What goes on to the next states: numbers of the tenants in the file of the slice. */
export type SelectedTenants = {
  readonly slice: number;
  readonly pages: readonly number[];
  readonly next: number;
  readonly more: boolean;
};

/** Keeps which tenants a run looks at next, the same however often it is asked; the first slice goes on where a run before had to leave off. */
export const selectTenants =
  ({ files, tenants }: SelectTenantsDeps) =>
  async (runId: string, slice: number): Promise<SelectedTenants> => {
    const keys = workKeys(runId);
    const after =
      slice === 0
        ? await files.read(LEFT_OFF_KEY)
        : (await knownJson(files, keys.tenants(slice - 1), TenantSlice)).tenants.at(-1);
    const found = await tenants.list(SLICE, after || undefined);
    const wished = { tenants: [...found], more: found.length === SLICE };
    const kept = await writeJsonOnce(files, keys.tenants(slice), TenantSlice, wished);
    return {
      slice,
      pages: [...kept.tenants.keys()],
      next: slice + 1,
      more: kept.more && slice + 1 < MOST_SLICES,
    };
  };
