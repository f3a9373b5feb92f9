import { describe, expect, it } from 'vitest';
import type { RebuildLane } from '#core/generations/rebuild-lane.ts';
import type { RebuildLanes } from '#core/ports/rebuild-lanes.ts';

const aLane = (overrides: Partial<RebuildLane> = {}): RebuildLane => ({
  generation: 2,
  round: 1,
  lane: 0,
  place: { step: 'walk', tenant: 'demo', kind: 'case', after: '2026-01-01T00:00:00.000Z#c-1' },
  steps: 1,
  by: 'a',
  total: 10,
  done: 5,
  stale: 1,
  ...overrides,
});

/** What every store of lanes must do. */
export const rebuildLanesContract = (name: string, create: () => Promise<RebuildLanes>): void => {
  describe(`RebuildLanes: ${name}`, () => {
    it('returns what was written, whole', async () => {
      const lanes = await create();
      const whole = aLane({ fault: 'TimeoutError' });

      expect(await lanes.find(whole)).toBeUndefined();
      expect(await lanes.write(whole)).toBe(true);
      expect(await lanes.find({ generation: 2, round: 1, lane: 0 })).toEqual(whole);
      const bare = aLane({ steps: 2, place: { step: 'count' } });
      expect(await lanes.write(bare)).toBe(true);
      expect(await lanes.find(bare)).toEqual(bare);
    });

    it('takes each step once', async () => {
      const lanes = await create();

      expect(await lanes.write(aLane({ steps: 2 }))).toBe(false);
      const begun = await Promise.all(['a', 'b', 'c'].map((by) => lanes.write(aLane({ by }))));
      expect(begun.filter(Boolean)).toHaveLength(1);
      const gone = await Promise.all(['d', 'e'].map((by) => lanes.write(aLane({ by, steps: 2 }))));
      expect(gone.filter(Boolean)).toHaveLength(1);
      expect(await lanes.write(aLane({ by: 'f', steps: 2 }))).toBe(false);
    });

    it('says of a step that stood already that it stands', async () => {
      const lanes = await create();
      await lanes.write(aLane());

      expect(await lanes.write(aLane())).toBe(true);
    });

    it('lists the lanes of one round', async () => {
      const lanes = await create();
      await lanes.write(aLane({ lane: 0 }));
      await lanes.write(aLane({ lane: 3 }));
      await lanes.write(aLane({ lane: 1, round: 2 }));
      await lanes.write(aLane({ lane: 1, round: 10 }));
      await lanes.write(aLane({ lane: 1, generation: 22 }));

      expect((await lanes.round(2, 1)).map(({ lane }) => lane).toSorted((a, b) => a - b)).toEqual([0, 3]);
      expect(await lanes.round(2, 3)).toEqual([]);
    });
  });
};
