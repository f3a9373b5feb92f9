import type { SyncTrail } from '#core/ports/sync-trail.ts';
import { log } from '#lambdas/shared/log.ts';

/** Ids on one line at most; the count tells the rest. */
const MOST_IDS = 20;

/** What a case sync tells operators, in the log. */
export const syncTrail: SyncTrail = {
  reopened(tenant, caseIds) {
    log('CASES_REOPENED', { tenant, cases: caseIds.slice(0, MOST_IDS), count: caseIds.length });
  },
  fellShort(tenant, importId, rejected, failed) {
    log('SYNC_IMPORT_SHORT', { tenant, import_id: importId, rejected, failed });
  },
};
