import type { IndexRebuild, IndexStatus } from '#contracts/index-status.ts';
import { RECORD_LANES } from '#core/ports/record-walk.ts';
import type { Generation } from './generation.ts';
import type { BuildingGeneration, GenerationsState } from './generations-state.ts';
import { needsRebuild } from './needs-rebuild.ts';
import type { RebuildLane } from './rebuild-lane.ts';

const generationView = ({ generation, model, dimensions, embedder, indexVersion }: Generation) => ({
  generation,
  model,
  dimensions,
  embedder,
  index_version: indexVersion,
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Records may come while it walks: then it has done more than it had counted. */
const progressOf = (building: BuildingGeneration, lanes: readonly RebuildLane[], now: Date) => {
  const done = sum(lanes.map((lane) => lane.done));
  const total = Math.max(done, sum(lanes.map((lane) => lane.total)));
  const counted = lanes.length === RECORD_LANES && lanes.every(({ place }) => place.step !== 'count');
  const ended = counted && lanes.every(({ place }) => place.step === 'done');
  const seconds = (now.getTime() - Date.parse(building.roundStartedAt)) / 1_000;
  return {
    done,
    total,
    percent: ended ? 100 : counted && total > 0 ? Math.min(99, Math.floor((100 * done) / total)) : 0,
    seconds_left: counted && done > 0 ? Math.ceil((seconds / done) * (total - done)) : null,
  };
};

const stateOf = ({ round }: BuildingGeneration): IndexRebuild['state'] => {
  if (round === 0) return 'waiting';
  return round === 1 ? 'copying' : 'comparing';
};

/** A rebuild as the API shows it, from the lanes of its round. */
const rebuildView = (
  building: BuildingGeneration,
  lanes: readonly RebuildLane[],
  now: Date,
): IndexRebuild => ({
  ...generationView(building),
  state: stateOf(building),
  round: building.round,
  started_at: building.startedAt,
  progress: progressOf(building, lanes, now),
  error: lanes.find(({ fault }) => fault !== undefined)?.fault ?? null,
});

/** The state of the index as the API shows it. */
export const indexStatusView = (
  state: GenerationsState,
  lanes: readonly RebuildLane[],
  { configured, now }: { readonly configured: Generation; readonly now: Date },
): IndexStatus => ({
  live: generationView(state.live),
  rebuild_needed: needsRebuild(state.live, configured),
  rebuild: state.building ? rebuildView(state.building, lanes, now) : null,
  retired: state.retired.map((one) => ({ ...generationView(one), written_until: one.writtenUntil })),
  last_rebuild: state.lastRebuild
    ? {
        generation: state.lastRebuild.generation,
        outcome: state.lastRebuild.outcome,
        started_at: state.lastRebuild.startedAt,
        finished_at: state.lastRebuild.finishedAt,
      }
    : null,
});
