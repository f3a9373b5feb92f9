import type { RunStep } from '#contracts/job-run.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';
import type { RunEnd, RunKey } from './job-run.ts';

/** Ends a run once, and with it the steps that could not say themselves what became of them. */
export const endRun =
  ({ runs }: { runs: JobRuns }) =>
  async (key: RunKey, end: RunEnd): Promise<boolean> => {
    if (end.status !== 'succeeded') {
      const steps = (await runs.find(key))?.steps ?? [];
      const open = steps.filter(({ status }) => status === 'running');
      await Promise.all(open.map((step) => runs.step(key, closed(step, end))));
    }
    return runs.finish(key, end);
  };

const closed = (step: RunStep, { finishedAt, status, error = status }: RunEnd): RunStep => ({
  ...step,
  status: 'failed',
  duration_ms: Math.max(0, Date.parse(finishedAt) - Date.parse(step.started_at)),
  error,
});
