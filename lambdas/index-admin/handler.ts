import { NewRebuild } from '#contracts/index-status.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import { cancelRebuild, type CancelRebuildDeps } from '#core/use-cases/cancel-rebuild.ts';
import { readIndexStatus, type ReadIndexStatusDeps } from '#core/use-cases/read-index-status.ts';
import { startRebuild, type StartRebuildDeps } from '#core/use-cases/start-rebuild.ts';
import { json } from '#lambdas/shared/json.ts';
import { log } from '#lambdas/shared/log.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';

export type IndexAdminDeps = StartRebuildDeps & CancelRebuildDeps & ReadIndexStatusDeps & AnswerOnceDeps;

/** The routes under `/admin/index`. */
export const createHandler = (deps: IndexAdminDeps) => {
  const [start, cancel, status] = [startRebuild(deps), cancelRebuild(deps), readIndexStatus(deps)];

  return routeOnce(deps)({
    getIndexStatus: operation({ path: nothing, query: nothing, body: noBody }, async () =>
      json(200, await status()),
    ),
    rebuildIndex: operation({ path: nothing, query: nothing, body: NewRebuild }, async ({ body }) => {
      const { last } = await start(body);
      log('REBUILD_STARTED', { generation: last });
      return json(202, await status());
    }),
    cancelIndexRebuild: operation({ path: nothing, query: nothing, body: noBody }, async () => {
      const { last } = await cancel();
      log('REBUILD_CANCELLED', { generation: last });
      return json(202, await status());
    }),
  });
};
