import type { Ids } from '#core/ports/ids.ts';

/** Ids `id-1`, `id-2`, … */
export const countedIds = (): Ids => {
  let made = 0;
  return {
    next() {
      made += 1;
      return `id-${made}`;
    },
  };
};
