import type { RecordKind } from '#contracts/record-key.ts';
import type { RecordWalk } from '#core/ports/record-walk.ts';
import type { SearchTarget } from '#core/ports/search-generations.ts';
import type { TenantRegistry } from '#core/ports/tenant-registry.ts';
import type { CurrentRecordsDeps } from '#core/projection/current-records.ts';
import type { RebuildLane } from './rebuild-lane.ts';
import { refreshPage } from './refresh-page.ts';

export type StepLaneDeps = CurrentRecordsDeps & {
  tenants: Pick<TenantRegistry, 'list'>;
  walks: Readonly<Record<RecordKind, RecordWalk>>;
};

/** Where a lane goes, and since when what it finds behind should have been there. */
export type LaneGoal = { readonly target: SearchTarget; readonly unchangedSince: string };

const KINDS = ['case', 'article'] as const satisfies readonly RecordKind[];
const TENANTS_A_STEP = 25;
const RECORDS_A_STEP = 200;

const kindAfter = (kind: RecordKind): RecordKind | undefined => KINDS[KINDS.indexOf(kind) + 1];

/** Makes the next step of a lane: counts the records of some tenants, or brings one page of records into the generation. */
export const stepLane = (deps: StepLaneDeps) => {
  const { tenants, walks } = deps;
  const refresh = refreshPage(deps);

  const count = async (lane: RebuildLane): Promise<RebuildLane> => {
    const some = await tenants.list(TENANTS_A_STEP, lane.place.tenant);
    const counts = await Promise.all(
      some.flatMap((tenant) => KINDS.map((kind) => walks[kind].count(tenant, lane.lane))),
    );
    const total = counts.reduce((sum, one) => sum + one, lane.total);
    const last = some.length < TENANTS_A_STEP ? undefined : some.at(-1);
    return { ...lane, total, place: last === undefined ? { step: 'walk' } : { step: 'count', tenant: last } };
  };

  const walk = async (lane: RebuildLane, { target, unchangedSince }: LaneGoal): Promise<RebuildLane> => {
    const { place } = lane;
    const [tenant] =
      place.kind && place.tenant !== undefined ? [place.tenant] : await tenants.list(1, place.tenant);
    if (tenant === undefined) return { ...lane, place: { step: 'done' } };
    const kind = place.kind ?? KINDS[0];
    const { ids, next } = await walks[kind].page(tenant, lane.lane, RECORDS_A_STEP, place.after);
    const { stale } = await refresh(target, { tenant, kind, ids }, unchangedSince);
    return {
      ...lane,
      done: lane.done + ids.length,
      stale: lane.stale + stale,
      place: {
        step: 'walk',
        tenant,
        ...(next === undefined ? { kind: kindAfter(kind) } : { kind, after: next }),
      },
    };
  };

  return async (lane: RebuildLane, goal: LaneGoal): Promise<RebuildLane> => {
    const stepped = lane.place.step === 'count' ? await count(lane) : await walk(lane, goal);
    return { ...stepped, steps: lane.steps + 1, fault: undefined };
  };
};
