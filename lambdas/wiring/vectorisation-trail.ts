import type { VectorisationTrail } from '#core/ports/vectorisation-trail.ts';
import { log } from '#lambdas/shared/log.ts';

/** What the vectorization tells operators, in the log. */
export const vectorisationTrail: VectorisationTrail = {
  failed(tenant, error) {
    log('PASSAGE_NOT_MADE', { tenant, error });
  },
  rebuildBegan(generation) {
    log('REBUILD_STARTED', { generation });
  },
};
