import type { Embedder } from '#core/ports/embedder.ts';
import { sharedBreaker, type BreakerDeps } from './breaker.ts';
import { outageByProbe } from './outage-by-probe.ts';
import { probeEmbedder } from './probe-embedder.ts';

/** An embedder whose calls go through the breaker `external_api`. */
export const guardedEmbedder = (deps: BreakerDeps, embedder: Embedder): Embedder => {
  const breaker = sharedBreaker(deps, {
    name: 'external_api',
    isOutage: outageByProbe(() => probeEmbedder(embedder)),
  });
  return { ...embedder, embed: (...call) => breaker.run(() => embedder.embed(...call)) };
};
