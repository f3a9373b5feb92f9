import type { LaneKey, RebuildLane } from '#core/generations/rebuild-lane.ts';
import type { RebuildLanes } from '#core/ports/rebuild-lanes.ts';

/** How far rebuilds are in memory, a twin of the table for unit tests. */
export const memoryRebuildLanes = (): RebuildLanes => {
  const lanes = new Map<string, RebuildLane>();
  const at = ({ generation, round, lane }: LaneKey): string => `${generation}#${round}#${lane}`;
  return {
    find: async (key) => lanes.get(at(key)),
    round: async (generation, round) =>
      [...lanes.values()].filter((lane) => lane.generation === generation && lane.round === round),
    async write(lane) {
      const stored = lanes.get(at(lane));
      if (stored?.steps === lane.steps && stored.by === lane.by) return true;
      if ((stored?.steps ?? 0) !== lane.steps - 1) return false;
      lanes.set(at(lane), lane);
      return true;
    },
  };
};
