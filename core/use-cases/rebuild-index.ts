import type { RebuildMessage } from '#contracts/rebuild-message.ts';
import { advanceRebuild, type AdvanceRebuildDeps } from '#core/generations/advance-rebuild.ts';
import { dropGeneration, type DropGenerationDeps } from '#core/generations/drop-generation.ts';
import type { RebuildEvent } from '#core/generations/rebuild-event.ts';
import { walkLane, type WalkLaneDeps } from '#core/generations/walk-lane.ts';
import type { Deadline } from '#core/ports/deadline.ts';

export type RebuildIndexDeps = AdvanceRebuildDeps & WalkLaneDeps & DropGenerationDeps;

/** Does one piece of a rebuild; to do it twice, or again after a fall at any call, changes nothing. See docs/adr/0146. */
export const rebuildIndex = (deps: RebuildIndexDeps) => {
  const [advance, walk, drop] = [advanceRebuild(deps), walkLane(deps), dropGeneration(deps)];
  return async (
    message: RebuildMessage,
    delivery: { readonly redelivered: boolean; readonly deadline: Deadline },
  ): Promise<RebuildEvent> => {
    if (message.kind === 'drop') return drop(message);
    return message.kind === 'walk' ? walk(message, delivery) : advance(message, delivery);
  };
};
