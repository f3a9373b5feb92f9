import type { SearchAnswer } from '#contracts/search.ts';
import { isLowScore } from '#core/analytics/low-score.ts';
import { maskedQuery } from '#core/analytics/masked-query.ts';
import { writeSearchId } from '#core/analytics/search-id.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { SearchLog } from '#core/ports/search-log.ts';
import type { Signer } from '#core/ports/signer.ts';

export type RecordSearchDeps = { hasher: Hasher; signer: Signer; clock: Clock; searchLog: SearchLog };

/** What was asked. */
type Asked = {
  readonly kind: 'hybrid' | 'similarity';
  readonly query?: string | undefined;
  readonly cursor?: string | undefined;
};

const FINGERPRINT = 16;

/** Ends a search: its answer gets the signed search id, and its log line is written; a following page is no search of its own. */
export const recordSearch =
  ({ hasher, signer, clock, searchLog }: RecordSearchDeps) =>
  (tenant: string, asked: Asked, answer: SearchAnswer): SearchAnswer => {
    const now = clock.now();
    const continued = asked.cursor !== undefined;
    const eventId = answer.search_id;
    const query = asked.query === undefined ? null : maskedQuery(asked.query);
    if (!continued) {
      searchLog.record({
        tenant,
        event_id: eventId,
        kind: asked.kind,
        at: now.toISOString(),
        took_ms: answer.took_ms,
        results: answer.results.length,
        low_score: isLowScore(answer),
        cache: answer.cache,
        engine: answer.engine,
        model: answer.model,
        fingerprint: hasher.sha256(JSON.stringify([tenant, asked.kind, query])).slice(0, FINGERPRINT),
        query,
      });
    }
    const resultIds = answer.results.map(({ id }) => id);
    const search = { eventId, at: now.getTime(), continued, resultIds };
    return { ...answer, search_id: writeSearchId({ hasher, signer }, tenant, search) };
  };
