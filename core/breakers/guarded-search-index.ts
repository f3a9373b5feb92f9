import type { SearchIndex } from '#core/ports/search-index.ts';
import { sharedBreaker, type BreakerDeps } from './breaker.ts';
import { outageByProbe } from './outage-by-probe.ts';

/** An index whose calls go through the breaker `vector_store`; `ping` does not, for it tells whether the outage is over. */
export const guardedSearchIndex = (deps: BreakerDeps, index: SearchIndex): SearchIndex => {
  const breaker = sharedBreaker(deps, {
    name: 'vector_store',
    isOutage: outageByProbe(() => index.ping()),
  });
  return {
    ...index,
    upsert: (passages) => breaker.run(() => index.upsert(passages)),
    remove: (removals) => breaker.run(() => index.remove(removals)),
    forget: (tenant, keys) => breaker.run(() => index.forget(tenant, keys)),
    versions: (tenant, kind, ids) => breaker.run(() => index.versions(tenant, kind, ids)),
    search: (search) => breaker.run(() => index.search(search)),
    details: (request) => breaker.run(() => index.details(request)),
    list: (list) => breaker.run(() => index.list(list)),
    vectorOf: (tenant, key) => breaker.run(() => index.vectorOf(tenant, key)),
    withoutVector: (tenant, kind, ids) => breaker.run(() => index.withoutVector(tenant, kind, ids)),
    count: (tenant, of) => breaker.run(() => index.count(tenant, of)),
  };
};
