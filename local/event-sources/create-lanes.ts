import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** Parallel workers over one ordered input: what has the same key is worked on in order. */
export type Lanes<Item> = {
  add(key: string, item: Item): void;
  /** Resolves when fewer than this many items wait or are being worked on. */
  untilBelow(count: number): Promise<void>;
};

/** How many lanes there are, and when a batch of one is cut: when it is full, or so long after it was begun. */
export type LaneBounds = { readonly count: number; readonly batchSize: number; readonly windowMs: number };

const nobodyWaits = (): void => undefined;

/** Makes lanes that work on their waiting items in batches. */
export const createLanes = <Item>(
  { count, batchSize, windowMs }: LaneBounds,
  work: (items: readonly Item[]) => Promise<void>,
): Lanes<Item> => {
  const lanes = Array.from({ length: count }, () => ({
    waiting: new Array<Item>(),
    busy: false,
    whenFull: nobodyWaits,
  }));
  const items = { present: 0, finished: Promise.withResolvers<void>() };

  const gather = async (lane: (typeof lanes)[number]): Promise<void> => {
    // Let a whole page of records arrive before a batch is cut.
    await Promise.resolve();
    if (windowMs === 0 || lane.waiting.length >= batchSize) return;
    const full = Promise.withResolvers<void>();
    lane.whenFull = full.resolve;
    await Promise.race([sleep(windowMs, undefined, { ref: false }), full.promise]);
    lane.whenFull = nobodyWaits;
  };

  const run = async (lane: (typeof lanes)[number]): Promise<void> => {
    lane.busy = true;
    while (lane.waiting.length > 0) {
      await gather(lane);
      const batch = lane.waiting.splice(0, batchSize);
      await work(batch);
      items.present -= batch.length;
      items.finished.resolve();
    }
    lane.busy = false;
  };

  return {
    add(key, item) {
      const lane = lanes[createHash('md5').update(key).digest().readUInt32BE() % count];
      if (lane === undefined) throw new Error(`There is no lane for ${key}`);
      lane.waiting.push(item);
      items.present += 1;
      if (lane.waiting.length >= batchSize) lane.whenFull();
      if (!lane.busy) void run(lane);
    },
    async untilBelow(limit) {
      while (items.present >= limit) {
        items.finished = Promise.withResolvers<void>();
        await items.finished.promise;
      }
    },
  };
};
