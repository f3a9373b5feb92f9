import type { SearchGenerations, SearchTarget } from '#core/ports/search-generations.ts';
import type { TenantRegistry } from '#core/ports/tenant-registry.ts';
import { currentRecords, type CurrentRecordsDeps } from './current-records.ts';
import { projectInto, type RecordsNow } from './project-into.ts';
import type { RecordGroup } from './record-group.ts';

export type ProjectIdsDeps = CurrentRecordsDeps & {
  generations: Pick<SearchGenerations, 'written'>;
  tenants: Pick<TenantRegistry, 'register'>;
};

/** A generation beside the one that is searched could not be written, and why. */
export type LeftBehind = { readonly generation: number; readonly error: unknown };

/**
 * Makes the passages of some records of one kind and tenant equal to their rows, as strongly read, in every generation
 * that is written to. Idempotent, in any order: an index takes nothing that is older than what it has. Throws when the
 * generation that is searched cannot be written; a fault of another one holds nobody up and is returned.
 */
export const projectIds = (deps: ProjectIdsDeps) => {
  const readers = currentRecords(deps);

  const projectInAll = async (
    targets: readonly SearchTarget[],
    group: RecordGroup,
    ids: readonly string[],
  ): Promise<readonly LeftBehind[]> => {
    const read = (some: readonly string[]): Promise<RecordsNow> => readers[group.kind](group.tenant, some);
    const project = projectInto(group, { ids, records: await read(ids), read });
    const behind: LeftBehind[] = [];
    const live = targets.at(-1);
    for (const target of targets) {
      try {
        await project(target);
      } catch (error) {
        if (target === live) throw error;
        behind.push({ generation: target.name.generation, error });
      }
    }
    return behind;
  };

  return async (group: RecordGroup, ids: readonly string[]): Promise<readonly LeftBehind[]> => {
    // Before the index holds anything of a tenant, whoever rebuilds it must be able to know the tenant.
    await deps.tenants.register(group.tenant);
    // Asked before the rows are read: what changes after a generation began finds it here, what was there before is
    // copied into it (docs/adr/0146).
    return projectInAll(await deps.generations.written(), group, ids);
  };
};
