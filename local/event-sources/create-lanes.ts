import { createHash } from 'node:crypto';

/** Parallel workers over one ordered input: what has the same key is worked on in order. */
export type Lanes<Item> = {
  add(key: string, item: Item): void;
  /** Resolves when fewer than this many items wait or are being worked on. */
  untilBelow(count: number): Promise<void>;
};

/** Makes lanes that take up to `batchSize` waiting items at a time, at once when they are idle. */
export const createLanes = <Item>(
  count: number,
  batchSize: number,
  work: (items: readonly Item[]) => Promise<void>,
): Lanes<Item> => {
  const lanes = Array.from({ length: count }, () => ({ waiting: new Array<Item>(), busy: false }));
  const items = { present: 0, finished: Promise.withResolvers<void>() };

  const run = async (lane: (typeof lanes)[number]): Promise<void> => {
    lane.busy = true;
    // Let a whole page of records arrive before the first batch is cut.
    await Promise.resolve();
    while (lane.waiting.length > 0) {
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
