import { DomainError } from '#core/domain-error.ts';
import { changeGenerations } from '#core/generations/change-generations.ts';
import type { GenerationsState } from '#core/generations/generations-state.ts';
import { DROP_GRACE_SECONDS } from '#core/generations/rebuild-times.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';

export type CancelRebuildDeps = {
  store: GenerationStore;
  queue: RebuildQueue;
  clock: Clock;
  ids: Ids;
};

const NONE = 'the index is not being rebuilt';

/** Ends the rebuild that runs: what it built is dropped, what is searched stays; `conflict` when none runs. */
export const cancelRebuild =
  ({ store, queue, clock, ids }: CancelRebuildDeps) =>
  async (): Promise<GenerationsState> => {
    const cancelled = await changeGenerations({ store, ids }, async (state) => {
      const { building } = state;
      if (!building) throw new DomainError('conflict', NONE);
      const { generation, startedAt } = building;
      await queue.send([{ kind: 'drop', generation }], DROP_GRACE_SECONDS);
      const now = clock.now().toISOString();
      return {
        ...state,
        building: undefined,
        retired: [...state.retired, { ...building, writtenUntil: now }],
        lastRebuild: { generation, outcome: 'cancelled', startedAt, finishedAt: now },
      };
    });
    if (!cancelled) throw new DomainError('conflict', NONE);
    return cancelled;
  };
