import { seeded } from '#test/support/seeded.ts';

/** Seeded choices. */
export type Chance = {
  /** From 0 to 1. */
  readonly next: () => number;
  /** Whole, from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** True in `share` of all cases. */
  readonly happens: (share: number) => boolean;
};

/** Choices that a seed determines. */
export const chanceOf = (seed: number): Chance => {
  const next = seeded(seed);
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    pick: (items) => items[whole(0, items.length - 1)]!,
    happens: (share) => next() < share,
  };
};
