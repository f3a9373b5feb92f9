import type { SearchIndex } from '#core/ports/search-index.ts';
import { measure } from '#lambdas/shared/measure.ts';

/** Times the searches of an index, by its engine. */
export const measuredSearchIndex = (index: SearchIndex): SearchIndex => ({
  ...index,
  async search(search) {
    const started = performance.now();
    const found = await index.search(search);
    measure('SearchDuration', performance.now() - started, { engine: index.engine });
    return found;
  },
});
