import { NewCaseSync } from '#contracts/case-monitor.ts';
import { RunListQuery } from '#contracts/job-run.ts';
import { JobPath } from '#contracts/job.ts';
import type { AnswerOnceDeps } from '#core/use-cases/answer-once.ts';
import type { ListRunsDeps } from '#core/use-cases/list-runs.ts';
import { readJobMetrics } from '#core/use-cases/read-job-metrics.ts';
import { readJobsStatus, type ReadJobsStatusDeps } from '#core/use-cases/read-jobs-status.ts';
import { switchJob, type SwitchJobDeps } from '#core/use-cases/switch-job.ts';
import { syncCaseSource, type SyncCaseSourceDeps } from '#core/use-cases/sync-case-source.ts';
import { triggerJob, type TriggerJobDeps } from '#core/use-cases/trigger-job.ts';
import { json } from '#lambdas/shared/json.ts';
import { noBody, nothing, operation } from '#lambdas/shared/operation.ts';
import { routeOnce } from '#lambdas/shared/route.ts';
import { runPages } from './run-pages.ts';

export type JobsDeps = ReadJobsStatusDeps &
  TriggerJobDeps &
  SyncCaseSourceDeps &
  SwitchJobDeps &
  ListRunsDeps &
  AnswerOnceDeps;

const ONE_JOB = { path: JobPath, query: nothing, body: noBody };

/** The routes under `/admin/jobs`, and the one that follows the case database now. */
export const createHandler = (deps: JobsDeps) => {
  const [status, trigger, turn, metrics] = [
    readJobsStatus(deps),
    triggerJob(deps),
    switchJob(deps),
    readJobMetrics(deps),
  ];
  const [runs, sync] = [runPages(deps), syncCaseSource(deps)];

  return routeOnce(deps)({
    getJobsStatus: operation({ path: nothing, query: nothing, body: noBody }, async () =>
      json(200, await status()),
    ),
    triggerJob: operation(ONE_JOB, async ({ path }) => json(202, await trigger(path.job_id))),
    syncCaseSource: operation(
      { path: nothing, query: nothing, body: NewCaseSync },
      async ({ caller, body }) => json(202, await sync(caller.tenant, body)),
    ),
    pauseJob: operation(ONE_JOB, async ({ path }) => json(200, await turn(path.job_id, true))),
    resumeJob: operation(ONE_JOB, async ({ path }) => json(200, await turn(path.job_id, false))),
    getJobMetrics: operation(ONE_JOB, async ({ path }) => json(200, await metrics(path.job_id))),
    listJobRuns: operation({ path: JobPath, query: RunListQuery, body: noBody }, async ({ path, query }) =>
      json(200, await runs(path.job_id, query)),
    ),
  });
};
