import { describe, expect, it } from 'vitest';
import type { VectorisationCursors } from '#core/ports/vectorisation-cursors.ts';
import { NOTHING_DONE, type VectorisationCursor } from '#core/vectorisation/vectorisation-cursor.ts';

const aCursor = (overrides: Partial<VectorisationCursor> = {}): VectorisationCursor => ({
  version: 1,
  runId: 'vectorization-20261122T040000Z',
  startedAt: '2026-11-22T04:00:00.000Z',
  phase: 'walk',
  place: { tenant: 'demo', stretch: 3, after: '2026-03-01T10:00:00.000Z#c#1', right: 12 },
  counts: { ...NOTHING_DONE, processed: 7, rebuilds: 1 },
  ...overrides,
});

/** What every VectorisationCursors must do. */
export const vectorisationCursorsContract = (name: string, create: () => Promise<VectorisationCursors>) =>
  describe(`VectorisationCursors: ${name}`, () => {
    it('returns what was written, whole or bare', async () => {
      const cursors = await create();
      const bare = aCursor({ version: 2, phase: 'done', place: {} });

      expect(await cursors.find()).toBeUndefined();
      expect(await cursors.write(aCursor())).toBe(true);
      expect(await cursors.find()).toEqual(aCursor());
      expect(await cursors.write(bare)).toBe(true);
      expect(await cursors.find()).toEqual(bare);
    });

    it('takes each version once', async () => {
      const cursors = await create();
      await cursors.write(aCursor());

      expect(await cursors.write(aCursor({ runId: 'other' }))).toBe(false);
      const both = await Promise.all(
        ['a', 'b'].map((runId) => cursors.write(aCursor({ version: 2, runId }))),
      );
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await cursors.write(aCursor({ version: 4 }))).toBe(false);
    });
  });
