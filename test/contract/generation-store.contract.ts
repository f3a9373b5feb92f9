import { describe, expect, it } from 'vitest';
import { firstState } from '#core/generations/first-state.ts';
import type { GenerationsState } from '#core/generations/generations-state.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';

const FIRST = { model: 'm-8', dimensions: 8, generation: 1, embedder: 'static', indexVersion: 1 };
const TIME = '2026-01-01T00:00:00.000Z';

/** A state with something in every part. */
const aState = (overrides: Partial<GenerationsState> = {}): GenerationsState => ({
  revision: 2,
  change: 'second',
  live: FIRST,
  building: {
    ...FIRST,
    generation: 3,
    insteadOf: 'cohere-v4',
    startedAt: TIME,
    round: 2,
    roundStartedAt: TIME,
  },
  retired: [{ ...FIRST, generation: 2, writtenUntil: TIME }],
  last: 3,
  lastRebuild: { generation: 2, outcome: 'cancelled', startedAt: TIME, finishedAt: TIME },
  ...overrides,
});

/** What every store of the generations must do. */
export const generationStoreContract = (name: string, create: () => Promise<GenerationStore>): void => {
  describe(`GenerationStore: ${name}`, () => {
    it('has no state before the first one is written', async () => {
      expect(await (await create()).read()).toBeUndefined();
    });

    it('returns what was written, whole', async () => {
      const store = await create();

      expect(await store.write(firstState(FIRST))).toBe(true);
      expect(await store.read()).toEqual(firstState(FIRST));
      expect(await store.write(aState())).toBe(true);
      expect(await store.read()).toEqual(aState());
    });

    it('takes no state but the one that follows', async () => {
      const store = await create();

      expect(await store.write(aState({ revision: 2 }))).toBe(false);
      await store.write(firstState(FIRST));
      expect(await store.write(aState({ revision: 1 }))).toBe(false);
      expect(await store.write(aState({ revision: 3 }))).toBe(false);
      expect(await store.read()).toEqual(firstState(FIRST));
    });

    it('takes one of two changes of the same state, and tells each of them', async () => {
      const store = await create();
      await store.write(firstState(FIRST));

      const stood = await Promise.all(
        ['a', 'b', 'c'].map((change) => store.write(aState({ change, last: 9 }))),
      );

      expect(stood.filter(Boolean)).toHaveLength(1);
      expect((await store.read())?.change).toBe(['a', 'b', 'c'][stood.indexOf(true)]);
    });

    it('says of a change that stood already that it stands', async () => {
      const store = await create();
      await store.write(firstState(FIRST));
      await store.write(aState());

      expect(await store.write(aState())).toBe(true);
      expect(await store.write(aState({ change: 'another' }))).toBe(false);
    });
  });
};
