import { DomainError } from '#core/domain-error.ts';
import type { GenerationsState } from '#core/generations/generations-state.ts';
import { needsRebuild } from '#core/generations/needs-rebuild.ts';
import { wantedEmbedder } from '#core/generations/wanted-embedder.ts';
import { startRebuild, type StartRebuildDeps } from './start-rebuild.ts';

const isConflict = (error: unknown): boolean => error instanceof DomainError && error.code === 'conflict';

/** A rebuild that a person ended, or that found no end, is not begun again before somebody has looked. */
const mayBegin = ({ lastRebuild }: GenerationsState): boolean =>
  lastRebuild === undefined || lastRebuild.outcome === 'completed';

/**
 * Begins a rebuild of the index where another model or the code asks for one; answers its generation. One that was
 * begun since `since` is answered, too, for whoever was cut off right then asks again.
 */
export const beginNeededRebuild = (deps: StartRebuildDeps) => {
  const { store, first, models } = deps;
  const start = startRebuild(deps);

  return async (since: string): Promise<number | undefined> => {
    const state = await store.read();
    if (!state) return undefined;
    const { live, building } = state;
    const chosen = wantedEmbedder(live, first);
    const embedder = Object.hasOwn(models, chosen) ? chosen : first.embedder;
    if (!needsRebuild(live, models[embedder] ?? first)) return undefined;
    if (building) return building.startedAt >= since ? building.generation : undefined;
    if (!mayBegin(state)) return undefined;
    try {
      return (await start({ embedder })).last;
    } catch (error) {
      if (isConflict(error)) return undefined;
      throw error;
    }
  };
};
