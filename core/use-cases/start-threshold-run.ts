import type { RunKey } from '#core/jobs/job-run.ts';
import type { JobBook } from '#core/jobs/job-settings.ts';
import { knownJob } from '#core/jobs/known-job.ts';
import { newRun } from '#core/jobs/new-run.ts';
import { settleRuns, type SettleRunsDeps } from '#core/jobs/settle-runs.ts';

export type StartThresholdRunDeps = SettleRunsDeps & { jobs: JobBook };

/** What became of the wish: the run goes on, has ended before, or may not begin now. */
export type ThresholdOutcome = 'started' | 'ended' | 'paused' | 'busy';

/** Starts a run because enough has come together for it, once for each run id however often it is wished for. */
export const startThresholdRun = (deps: StartThresholdRunDeps) => {
  const { runs, machines, jobs, clock } = deps;
  const settle = settleRuns(deps);

  return async (key: RunKey): Promise<ThresholdOutcome> => {
    const { settings } = knownJob(jobs, key.job);
    const known = await runs.find(key);
    if (known !== undefined && known.status !== 'running') return 'ended';
    if (known === undefined) {
      const row = await settle(await runs.job(key.job));
      if (row.paused) return 'paused';
      const claim = await runs.claim(newRun(key, 'threshold', clock.now()), settings.mostInstances);
      if (claim === 'full') return 'busy';
    }
    await machines.start(key);
    return 'started';
  };
};
