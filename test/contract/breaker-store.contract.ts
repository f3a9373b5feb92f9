import { describe, expect, it } from 'vitest';
import type { BreakerState } from '#core/breakers/breaker-state.ts';
import type { BreakerRow, BreakerStore } from '#core/ports/breaker-store.ts';

const NEW: BreakerRow = {
  name: 'vector_store',
  state: { phase: 'closed', failures: 0 },
  paused: false,
  version: 0,
};

/** What every store of breakers must do; `create` makes an empty one. */
export const breakerStoreContract = (name: string, create: () => Promise<BreakerStore>): void => {
  describe(`BreakerStore: ${name}`, () => {
    it('knows a breaker that nobody has written as closed', async () => {
      expect(await (await create()).find('vector_store')).toEqual(NEW);
    });

    it.each<BreakerState>([
      { phase: 'closed', failures: 2 },
      { phase: 'open', since: 1_000, until: 31_000 },
      { phase: 'half_open', since: 1_000, successes: 1 },
    ])('returns what was written: %o', async (state) => {
      const store = await create();

      expect(await store.write({ ...NEW, state, paused: true })).toBe(true);
      expect(await store.find('vector_store')).toEqual({ ...NEW, state, paused: true, version: 1 });
      expect(await store.find('database')).toEqual({ ...NEW, name: 'database' });
    });

    it('lets one of many write over the same version', async () => {
      const store = await create();
      await store.write(NEW);

      const written = await Promise.all(
        [1, 2, 3, 4].map((failures) =>
          store.write({ ...NEW, version: 1, state: { phase: 'closed', failures } }),
        ),
      );

      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await store.write(NEW)).toBe(false);
      expect(await store.find('vector_store')).toMatchObject({
        version: 2,
        state: { failures: written.indexOf(true) + 1 },
      });
    });
  });
};
