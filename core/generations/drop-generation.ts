import type { RebuildMessage } from '#contracts/rebuild-message.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import type { IndexName } from '#core/search/index-name.ts';
import { changeGenerations } from './change-generations.ts';
import type { RebuildEvent } from './rebuild-event.ts';
import { DROP_GRACE_SECONDS, secondsAfter } from './rebuild-times.ts';

export type DropGenerationDeps = {
  store: GenerationStore;
  queue: RebuildQueue;
  /** Opens an index without its model, which may be gone by now. */
  openIndex: (name: IndexName) => Promise<SearchIndex>;
  clock: Clock;
  ids: Ids;
};

/** Drops a generation that was left, once nobody reads or writes it any more; one that is in use stays. */
export const dropGeneration =
  ({ store, queue, openIndex, clock, ids }: DropGenerationDeps) =>
  async (message: Extract<RebuildMessage, { kind: 'drop' }>): Promise<RebuildEvent> => {
    const { generation } = message;
    const left = (await store.read())?.retired.find((one) => one.generation === generation);
    if (!left) return { event: 'ignored' };
    if (clock.now().toISOString() < secondsAfter(new Date(left.writtenUntil), DROP_GRACE_SECONDS)) {
      await queue.send([message], DROP_GRACE_SECONDS);
      return { event: 'ignored' };
    }
    await (await openIndex(left)).drop();
    await changeGenerations({ store, ids }, async (state) => ({
      ...state,
      retired: state.retired.filter((one) => one.generation !== generation),
    }));
    return { event: 'dropped', generation };
  };
