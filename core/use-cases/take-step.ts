import type { RunKey } from '#core/jobs/job-run.ts';
import { describeError } from '#core/jobs/run-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';

export type TakeStepDeps = { runs: Pick<JobRuns, 'step'>; clock: Clock };

/** Does one step of a run and records when it began, how long it took and what it died of; a failure is thrown on. */
export const takeStep =
  ({ runs, clock }: TakeStepDeps) =>
  async <Result>(key: RunKey, name: string, work: () => Promise<Result>): Promise<Result> => {
    const started = clock.now();
    const step = { name, started_at: started.toISOString() };
    const duration = (): number => clock.now().getTime() - started.getTime();
    await runs.step(key, { ...step, status: 'running', duration_ms: null });
    try {
      const result = await work();
      await runs.step(key, { ...step, status: 'succeeded', duration_ms: duration() });
      return result;
    } catch (error) {
      await runs.step(key, {
        ...step,
        status: 'failed',
        duration_ms: duration(),
        error: describeError(error),
      });
      throw error;
    }
  };
