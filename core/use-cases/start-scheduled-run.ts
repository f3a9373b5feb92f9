import type { JobId } from '#contracts/job-id.ts';
import type { RunKey } from '#core/jobs/job-run.ts';
import type { JobBook } from '#core/jobs/job-settings.ts';
import { knownJob } from '#core/jobs/known-job.ts';
import { newRun, unstartedRun } from '#core/jobs/new-run.ts';
import { scheduledRunId } from '#core/jobs/run-id.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';

export type StartScheduledRunDeps = SettleRunsDeps & { jobs: JobBook };

/** What became of a firing of a schedule. */
export type ScheduledOutcome = 'started' | 'missed' | 'skipped' | 'paused' | 'ended';

/**
 * Starts the run of a job for the time that its schedule was due, once however often it fires. Too late is `missed`,
 * too many at once `skipped`; both are recorded. A try that dies
 * between claim and start is made up for when the firing is tried again.
 */
export const startScheduledRun = (deps: StartScheduledRunDeps) => {
  const { runs, machines, jobs, clock } = deps;
  const settle = settleRuns(deps);

  const unstarted = async (
    key: RunKey,
    status: 'missed' | 'skipped',
    due: Date,
  ): Promise<ScheduledOutcome> => {
    await runs.note(unstartedRun(key, status, due, clock.now()));
    return status;
  };

  return async (job: JobId, due: Date): Promise<{ run_id: string; outcome: ScheduledOutcome }> => {
    const key = { job, runId: scheduledRunId(job, due) };
    const { settings } = knownJob(jobs, job);
    const decide = async (): Promise<ScheduledOutcome> => {
      const known = await runs.find(key);
      if (known !== undefined && known.status !== 'running') return 'ended';
      if (known === undefined) {
        const row = await settle(await runs.job(job));
        if (row.paused) return 'paused';
        const now = clock.now();
        if (now.getTime() - due.getTime() > settings.graceSeconds * 1000)
          return unstarted(key, 'missed', due);
        const claim = await runs.claim(newRun(key, 'schedule', now), settings.mostInstances);
        if (claim === 'full') return unstarted(key, 'skipped', due);
      }
      await machines.start(key);
      return 'started';
    };
    return { run_id: key.runId, outcome: await decide() };
  };
};
