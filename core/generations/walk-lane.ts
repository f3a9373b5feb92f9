import type { RebuildMessage } from '#contracts/rebuild-message.ts';
import type { Deadline } from '#core/ports/deadline.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { RebuildLanes } from '#core/ports/rebuild-lanes.ts';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';
import { RECORD_LANES } from '#core/ports/record-walk.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { BuildingGeneration } from './generations-state.ts';
import type { RebuildEvent } from './rebuild-event.ts';
import type { RebuildLane } from './rebuild-lane.ts';
import { stepLane, type StepLaneDeps } from './step-lane.ts';

export type WalkLaneDeps = StepLaneDeps & {
  store: GenerationStore;
  generations: Pick<SearchGenerations, 'written'>;
  lanes: RebuildLanes;
  queue: RebuildQueue;
  /** How long the index and the listing may be behind: a round is not looked at earlier. */
  settleSeconds: number;
  ids: Ids;
};

type Walk = Extract<RebuildMessage, { kind: 'walk' }>;

/** Steps of one message at most, so that a cancelled rebuild stops soon. */
const MOST_STEPS = 10;

/** A step of 200 records with a remote model takes some seconds; none begins later than this before the time is up. */
const STEP_MILLISECONDS = 12_000;

/** Walks in one lane for a while and hands over to itself by a message; the last lane of a round has the round looked at. */
export const walkLane = (deps: WalkLaneDeps) => {
  const { store, generations, lanes, queue, settleSeconds, ids } = deps;
  const step = stepLane(deps);

  const endLane = async (
    { generation, round }: RebuildLane,
    { startedAt }: BuildingGeneration,
  ): Promise<void> => {
    const all = await lanes.round(generation, round);
    if (all.length < RECORD_LANES || all.some(({ place }) => place.step !== 'done')) return;
    await queue.send([{ kind: 'advance', generation, round, started_at: startedAt }], settleSeconds);
  };

  const walkOn = async (lane: RebuildLane, building: BuildingGeneration, deadline: Deadline) => {
    const targets = await generations.written();
    const target = targets.find(({ name }) => name.generation === lane.generation);
    if (!target) return undefined;
    let at = { ...lane, by: ids.next() };
    for (let steps = 0; at.place.step !== 'done' && steps < MOST_STEPS; steps += 1) {
      if (steps > 0 && deadline.remaining() < STEP_MILLISECONDS) break;
      const next = await step(at, { target, unchangedSince: building.round === 1 ? '' : building.startedAt });
      if (!(await lanes.write(next))) return undefined;
      at = next;
    }
    return at;
  };

  /** Leaves the name of a fault where people look; the fault itself is thrown on. */
  const noting = async (lane: RebuildLane, work: () => Promise<RebuildLane | undefined>) => {
    try {
      return await work();
    } catch (error) {
      const now = (await lanes.find(lane)) ?? lane;
      await lanes.write({
        ...now,
        by: ids.next(),
        steps: now.steps + 1,
        fault: error instanceof Error ? error.name : 'unknown',
      });
      throw error;
    }
  };

  return async (
    message: Walk,
    { redelivered, deadline }: { readonly redelivered: boolean; readonly deadline: Deadline },
  ): Promise<RebuildEvent> => {
    const { generation, round, lane: number } = message;
    const building = (await store.read())?.building;
    if (building?.generation !== generation || building.round !== round) return { event: 'ignored' };
    const key = { generation, round, lane: number };
    const lane: RebuildLane = (await lanes.find(key)) ?? {
      ...key,
      place: { step: 'count' },
      steps: 0,
      by: '',
      total: 0,
      done: 0,
      stale: 0,
    };
    // A second copy of a message finds the step made; one that comes back goes on from where its worker fell.
    if (lane.steps !== message.step && !redelivered) return { event: 'ignored' };
    const walked = await noting(lane, () => walkOn(lane, building, deadline));
    if (!walked) return { event: 'ignored' };
    if (walked.place.step === 'done') await endLane(walked, building);
    else await queue.send([{ ...message, step: walked.steps }]);
    return { event: 'walked', generation, passages: walked.done - lane.done };
  };
};
