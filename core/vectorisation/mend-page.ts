import { DomainError } from '#core/domain-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { VectorisationTrail } from '#core/ports/vectorisation-trail.ts';
import { projectIds, type ProjectIdsDeps } from '#core/projection/project-ids.ts';
import type { RecordGroup } from '#core/projection/record-group.ts';
import { comparePage } from './compare-page.ts';

export type MendPageDeps = ProjectIdsDeps & {
  generations: SearchGenerations;
  trail: VectorisationTrail;
  clock: Clock;
  /** How long a write may take until everybody sees it. */
  settleSeconds: number;
};

/** What was done about some records; `right` is the number of those that had their passage already. */
export type Mended = {
  readonly embedded: number;
  readonly removed: number;
  readonly failed: number;
  readonly right: number;
};

/** A change takes up to this many times the time of one write to come into the index. */
const ON_ITS_WAY = 3;

/** Whether an error says that the index or the model does not answer at all. */
export const isOutage = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'unavailable';

/** Makes the passages of some records equal to them, by way of the projection; a record that cannot be projected stops no other. */
export const mendPage = (deps: MendPageDeps) => {
  const { generations, trail, clock, settleSeconds } = deps;
  const [compare, project] = [comparePage(deps), projectIds(deps)];

  const projectAlone = async (group: RecordGroup, id: string): Promise<boolean> => {
    try {
      await project(group, [id]);
      return true;
    } catch (error) {
      if (isOutage(error)) throw error;
      trail.failed(group.tenant, error);
      return false;
    }
  };

  /** Ids that could not be projected. */
  const projectAll = async (group: RecordGroup, ids: readonly string[]): Promise<ReadonlySet<string>> => {
    try {
      await project(group, ids);
      return new Set();
    } catch (error) {
      // The fault of a batch is found again, by id, when its records are tried alone.
      if (isOutage(error)) throw error;
    }
    const failed = new Set<string>();
    for (const id of ids) if (!(await projectAlone(group, id))) failed.add(id);
    return failed;
  };

  return async (group: RecordGroup, ids: readonly string[]): Promise<Mended> => {
    if (ids.length === 0) return { embedded: 0, removed: 0, failed: 0, right: 0 };
    const since = new Date(clock.now().getTime() - ON_ITS_WAY * settleSeconds * 1_000).toISOString();
    const live = await generations.live();
    const { unembedded, orphaned, ahead, right } = await compare(live, group, { ids, since });
    const wrong = [...unembedded, ...orphaned];
    if (wrong.length === 0) return { embedded: 0, removed: 0, failed: 0, right };
    // Whatever comes meanwhile: the projection that follows reads the row again.
    const keys = ahead.map((id) => ({ kind: group.kind, id }));
    if (keys.length > 0) await live.index.forget(group.tenant, keys);
    const failed = await projectAll(group, wrong);
    const done = (some: readonly string[]): number => some.filter((id) => !failed.has(id)).length;
    return { embedded: done(unembedded), removed: done(orphaned), failed: failed.size, right };
  };
};
