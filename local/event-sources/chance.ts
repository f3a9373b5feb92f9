/** A reproducible source of chance: numbers from 0 up to, not including, 1 (mulberry32). */
export const createChance = (seed: number): (() => number) => {
  let state = Math.trunc(seed);
  return () => {
    state = Math.trunc(state + 0x6d2b79f5);
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** A list in an order of chance (Fisher-Yates). */
export const shuffle = <Item>(items: readonly Item[], chance: () => number): Item[] => {
  const rest = [...items];
  return items.flatMap(() => rest.splice(Math.floor(chance() * rest.length), 1));
};
