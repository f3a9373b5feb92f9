import type { RecordKey } from '#contracts/record-key.ts';
import type { FailedFollowing } from '#core/links/one-by-one.ts';
import type { watchArticles } from './watch-articles.ts';
import type { watchCases } from './watch-cases.ts';

export type WatchRecordsDeps = {
  watchCases: ReturnType<typeof watchCases>;
  watchArticles: ReturnType<typeof watchArticles>;
};

/** Follows changed records of both kinds and answers those that failed alone; when all of several did, that is an outage, and throws. */
export const watchRecords =
  (deps: WatchRecordsDeps) =>
  async (keys: readonly RecordKey[]): Promise<readonly FailedFollowing[]> => {
    const ofKind = (kind: RecordKey['kind']) => keys.filter((key) => key.kind === kind);
    const failed = [
      ...(await deps.watchCases(ofKind('case'))),
      ...(await deps.watchArticles(ofKind('article'))),
    ];
    if (keys.length > 1 && failed.length === keys.length) {
      throw new Error(`none of ${keys.length} records could be followed`, { cause: failed[0]?.error });
    }
    return failed;
  };
