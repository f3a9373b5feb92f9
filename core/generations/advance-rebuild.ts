import type { RebuildMessage } from '#contracts/rebuild-message.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { RebuildLanes } from '#core/ports/rebuild-lanes.ts';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';
import { RECORD_LANES } from '#core/ports/record-walk.ts';
import { type ChangedGenerations, changeGenerations } from './change-generations.ts';
import type { BuildingGeneration, GenerationsState } from './generations-state.ts';
import type { RebuildEvent } from './rebuild-event.ts';
import type { RebuildLane } from './rebuild-lane.ts';
import { DROP_GRACE_SECONDS, LEFT_WRITTEN_SECONDS, secondsAfter } from './rebuild-times.ts';

export type AdvanceRebuildDeps = {
  store: GenerationStore;
  lanes: RebuildLanes;
  queue: RebuildQueue;
  clock: Clock;
  ids: Ids;
};

type Advance = Extract<RebuildMessage, { kind: 'advance' }>;

/** A rebuild is sent word of before it stands in the state; after so long it never will. */
const MOST_AGE_MILLISECONDS = 60_000;
const AGAIN_SECONDS = 5;

/** Rounds of comparing that may find something; then something is wrong that no further round mends. */
const MOST_ROUNDS = 6;

const ended = ({ generation, startedAt }: BuildingGeneration, now: Date) => ({
  generation,
  startedAt,
  finishedAt: now.toISOString(),
});

/** The new generation is searched from now on; the old one is written to a while longer. */
const switched = (state: GenerationsState, building: BuildingGeneration, now: Date): ChangedGenerations => {
  const { model, dimensions, generation, embedder, indexVersion, insteadOf } = building;
  const writtenUntil = secondsAfter(now, LEFT_WRITTEN_SECONDS);
  return {
    ...state,
    live: { model, dimensions, generation, embedder, indexVersion, insteadOf },
    building: undefined,
    retired: [...state.retired, { ...state.live, writtenUntil }],
    lastRebuild: { ...ended(building, now), outcome: 'completed' },
  };
};

const givenUp = (state: GenerationsState, building: BuildingGeneration, now: Date): ChangedGenerations => ({
  ...state,
  building: undefined,
  retired: [...state.retired, { ...building, writtenUntil: now.toISOString() }],
  lastRebuild: { ...ended(building, now), outcome: 'not_clean' },
});

const staleOf = (lanes: readonly RebuildLane[]): number => lanes.reduce((sum, { stale }) => sum + stale, 0);

/** Moves a rebuild from one round to the next, and, after a round of comparing that found nothing, makes it the one that is searched. */
export const advanceRebuild = ({ store, lanes, queue, clock, ids }: AdvanceRebuildDeps) => {
  const sendWalks = (generation: number, round: number): Promise<void> =>
    queue.send(
      Array.from({ length: RECORD_LANES }, (_, lane) => ({ kind: 'walk', generation, round, lane, step: 0 })),
    );

  /** The whole round, or undefined while some of it is still walked. */
  const endedRound = async ({ generation, round }: Advance): Promise<readonly RebuildLane[] | undefined> => {
    if (round === 0) return [];
    const all = await lanes.round(generation, round);
    return all.length === RECORD_LANES && all.every(({ place }) => place.step === 'done') ? all : undefined;
  };

  const begin = async (message: Advance, stale: number): Promise<RebuildEvent> => {
    const round = message.round + 1;
    const roundStartedAt = clock.now().toISOString();
    const changed = await changeGenerations({ store, ids }, async (state) =>
      state.building?.generation === message.generation && state.building.round === message.round
        ? { ...state, building: { ...state.building, round, roundStartedAt } }
        : undefined,
    );
    if (!changed) return { event: 'ignored' };
    await sendWalks(message.generation, round);
    return { event: 'round_began', generation: message.generation, round, stale };
  };

  const end = async (
    { generation, round }: Advance,
    change: typeof switched,
    event: 'switched' | 'not_clean',
  ): Promise<RebuildEvent> => {
    const changed = await changeGenerations({ store, ids }, async (state) => {
      const { building, live } = state;
      if (building?.generation !== generation || building.round !== round) return undefined;
      // Before the state says so: a drop of what is still in use is ignored, one that was never sent is missed.
      const left = event === 'switched' ? live.generation : generation;
      await queue.send([{ kind: 'drop', generation: left }], LEFT_WRITTEN_SECONDS + DROP_GRACE_SECONDS);
      return change(state, building, clock.now());
    });
    return changed ? { event, generation } : { event: 'ignored' };
  };

  /** Word of a rebuild that does not stand in the state comes again for a while. */
  const sendAgain = async (message: Advance): Promise<void> => {
    const age = clock.now().getTime() - Date.parse(message.started_at);
    if (age < MOST_AGE_MILLISECONDS) await queue.send([message], AGAIN_SECONDS);
  };

  const endRound = async (message: Advance, walked: readonly RebuildLane[]): Promise<RebuildEvent> => {
    const stale = staleOf(walked);
    if (message.round >= 2 && stale === 0) return end(message, switched, 'switched');
    return message.round >= MOST_ROUNDS ? end(message, givenUp, 'not_clean') : begin(message, stale);
  };

  return async (
    message: Advance,
    { redelivered }: { readonly redelivered: boolean },
  ): Promise<RebuildEvent> => {
    const { generation, round } = message;
    const state = await store.read();
    if (!state || state.last < generation) await sendAgain(message);
    if (state?.building?.generation !== generation) return { event: 'ignored' };
    // Somebody began the next round and may have fallen before its walks were sent.
    if (redelivered && state.building.round === round + 1) await sendWalks(generation, round + 1);
    if (state.building.round !== round) return { event: 'ignored' };
    const walked = await endedRound(message);
    return walked ? endRound(message, walked) : { event: 'ignored' };
  };
};
