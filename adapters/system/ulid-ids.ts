import { monotonicFactory } from 'ulid';
import type { Ids } from '#core/ports/ids.ts';

/** ULIDs that sort in the order in which this process made them (github.com/ulid/spec). */
export const ulidIds = (): Ids => {
  const next = monotonicFactory();
  return { next: () => next() };
};
