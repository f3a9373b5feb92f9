import { RebuildMessage } from '#contracts/rebuild-message.ts';
import type { Breaker } from '#core/breakers/breaker.ts';
import type { RebuildEvent } from '#core/generations/rebuild-event.ts';
import { rebuildIndex, type RebuildIndexDeps } from '#core/use-cases/rebuild-index.ts';
import { eachMessage } from '#lambdas/shared/each-message.ts';
import { log } from '#lambdas/shared/log.ts';
import { measure } from '#lambdas/shared/measure.ts';

const report = (came: RebuildEvent): void => {
  switch (came.event) {
    case 'ignored':
      return;
    case 'walked':
      return measure('PassagesRebuilt', came.passages);
    case 'round_began':
      measure('StalePassages', came.stale);
      return log('REBUILD_ROUND_BEGAN', {
        generation: came.generation,
        round: came.round,
        stale: came.stale,
      });
    case 'switched':
      return log('REBUILD_COMPLETED', { generation: came.generation });
    case 'not_clean':
      return log('REBUILD_GIVEN_UP', { generation: came.generation });
    case 'dropped':
      return log('GENERATION_DROPPED', { generation: came.generation });
  }
};

type Deps = RebuildIndexDeps & {
  /** Of the index as a whole: while it is out, walks would only use up their tries. */
  readonly breaker: Breaker;
};

/** Rebuilds the index: each message is one piece of the way. */
export const createHandler = (deps: Deps) => {
  const rebuild = rebuildIndex(deps);
  return eachMessage(RebuildMessage, async (message, { attempt, remaining }) => {
    const work = () => rebuild(message, { redelivered: attempt > 1, deadline: { remaining } });
    report(await (message.kind === 'walk' ? deps.breaker.run(work) : work()));
  });
};
