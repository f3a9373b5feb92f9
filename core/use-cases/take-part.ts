import type { RunKey } from '#core/jobs/job-run.ts';
import { describeError } from '#core/jobs/run-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';

export type TakePartDeps = { runs: Pick<JobRuns, 'find' | 'step'>; clock: Clock };

/**
 * Does one part of a step that takes several calls, and records the step: it began with the first part and runs until
 * there is no more. A call by hand, which belongs to no run, records nothing.
 */
export const takePart =
  ({ runs, clock }: TakePartDeps) =>
  async <Result extends { readonly more: boolean }>(
    key: RunKey,
    name: string,
    work: () => Promise<Result>,
  ): Promise<Result> => {
    const run = await runs.find(key);
    if (!run) return work();
    const before = run.steps.find((step) => step.name === name);
    const step = { name, started_at: before?.started_at ?? clock.now().toISOString() };
    const duration = (): number => Math.max(0, clock.now().getTime() - Date.parse(step.started_at));
    if (before?.status !== 'running') await runs.step(key, { ...step, status: 'running', duration_ms: null });
    try {
      const result = await work();
      if (!result.more) await runs.step(key, { ...step, status: 'succeeded', duration_ms: duration() });
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
