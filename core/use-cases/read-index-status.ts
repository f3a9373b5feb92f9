import type { IndexStatus } from '#contracts/index-status.ts';
import { firstState } from '#core/generations/first-state.ts';
import type { Generation } from '#core/generations/generation.ts';
import { indexStatusView } from '#core/generations/index-status-view.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { RebuildLanes } from '#core/ports/rebuild-lanes.ts';

export type ReadIndexStatusDeps = {
  store: GenerationStore;
  lanes: Pick<RebuildLanes, 'round'>;
  /** What the environment's settings say. */
  first: Generation;
  clock: Clock;
};

/** Which generations of the index there are, and how far a rebuild is. */
export const readIndexStatus =
  ({ store, lanes, first, clock }: ReadIndexStatusDeps) =>
  async (): Promise<IndexStatus> => {
    const state = (await store.read()) ?? firstState(first);
    const { building } = state;
    const walked = building ? await lanes.round(building.generation, building.round) : [];
    return indexStatusView(state, walked, { configured: first, now: clock.now() });
  };
