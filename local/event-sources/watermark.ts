/** Knows up to where a sequence of records is done when they are finished in any order. */
export type Watermark<Position> = {
  /** Adds the next record of the stream; the answer marks it as done. */
  add(position: Position): () => void;
  /** The last record before which none is open; undefined until the first is done. */
  position(): Position | undefined;
  /** How many records are not behind the watermark yet. */
  open(): number;
};

/** Makes an empty watermark. */
export const createWatermark = <Position>(): Watermark<Position> => {
  const entries = new Map<number, { readonly position: Position; done: boolean }>();
  let first = 0;
  let next = 0;
  let reached: Position | undefined;
  const advance = (): void => {
    for (let entry = entries.get(first); entry?.done === true; entry = entries.get(first)) {
      reached = entry.position;
      entries.delete(first);
      first += 1;
    }
  };
  return {
    add(position) {
      const entry = { position, done: false };
      entries.set(next, entry);
      next += 1;
      return () => {
        entry.done = true;
        advance();
      };
    },
    position: () => reached,
    open: () => entries.size,
  };
};
