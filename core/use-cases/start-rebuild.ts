import type { NewRebuild } from '#contracts/index-status.ts';
import { DomainError } from '#core/domain-error.ts';
import { changeGenerations } from '#core/generations/change-generations.ts';
import { firstState } from '#core/generations/first-state.ts';
import type { Generation } from '#core/generations/generation.ts';
import type { GenerationsState } from '#core/generations/generations-state.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { GenerationStore } from '#core/ports/generation-store.ts';
import type { Ids } from '#core/ports/ids.ts';
import type { RebuildQueue } from '#core/ports/rebuild-queue.ts';
import { INDEX_VERSION } from '#core/projection/index-version.ts';

/** A model that can be chosen. */
export type ModelFacts = { readonly model: string; readonly dimensions: number };

export type StartRebuildDeps = {
  store: GenerationStore;
  queue: RebuildQueue;
  /** What the environment's settings say: the embedder of a rebuild that names none. */
  first: Generation;
  models: Readonly<Record<string, ModelFacts>>;
  settleSeconds: number;
  clock: Clock;
  ids: Ids;
};

const modelOf = (models: StartRebuildDeps['models'], embedder: string): ModelFacts => {
  const model = Object.hasOwn(models, embedder) ? models[embedder] : undefined;
  if (model) return model;
  const errors = [{ path: '/embedder', message: `is none of ${Object.keys(models).join(', ')}` }];
  throw new DomainError('invalid_request', '/embedder: is not an embedder of this environment', { errors });
};

/** Begins to rebuild the index into a new generation, while the old one is searched; `conflict` while one is built. */
export const startRebuild =
  ({ store, queue, first, models, settleSeconds, clock, ids }: StartRebuildDeps) =>
  async ({ embedder = first.embedder }: NewRebuild): Promise<GenerationsState> => {
    const { model, dimensions } = modelOf(models, embedder);
    if (!(await store.read())) await store.write(firstState(first));
    const started = await changeGenerations({ store, ids }, async (state) => {
      if (state.building) throw new DomainError('conflict', 'the index is being rebuilt already');
      const startedAt = clock.now().toISOString();
      const generation = state.last + 1;
      // Before the state says so: word of a rebuild that never began is ignored, a rebuild without word stands still.
      await queue.send([{ kind: 'advance', generation, round: 0, started_at: startedAt }], settleSeconds);
      const insteadOf = embedder === first.embedder ? undefined : first.embedder;
      const building = { model, dimensions, generation, embedder, indexVersion: INDEX_VERSION, insteadOf };
      return {
        ...state,
        last: generation,
        building: { ...building, startedAt, round: 0, roundStartedAt: startedAt },
      };
    });
    if (!started) throw new Error('the state of the index went away');
    return started;
  };
