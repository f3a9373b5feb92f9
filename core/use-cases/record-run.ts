import type { RunRecord } from '#contracts/job-task.ts';
import { endRun } from '#core/jobs/end-run.ts';
import { newRun } from '#core/jobs/new-run.ts';
import { describeFailure } from '#core/jobs/run-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';

export type RecordRunDeps = { runs: JobRuns; clock: Clock };

/** An execution that a person starts in the console of Step Functions runs, however many do. */
const ANY_NUMBER = Number.MAX_SAFE_INTEGER;

/** What a step died of that could not say so itself: its function was ended from outside. */
const TIMED_OUT = new Set(['States.Timeout', 'Sandbox.Timedout']);

/** Records what a state machine says of its run: that it began, which makes the run if nobody has, or how it ended. */
export const recordRun = ({ runs, clock }: RecordRunDeps) => {
  const end = endRun({ runs });

  return async (record: RunRecord): Promise<void> => {
    const key = { job: record.job_id, runId: record.run_id };
    const now = clock.now();
    if (record.event === 'started') {
      await runs.claim(newRun(key, 'manual', now), ANY_NUMBER);
      return;
    }
    const finishedAt = now.toISOString();
    if (record.event === 'succeeded') {
      const { counts } = record;
      await end(key, { status: 'succeeded', finishedAt, counts, error: undefined });
      return;
    }
    await end(key, {
      status: TIMED_OUT.has(record.failure.Error) ? 'timed_out' : 'failed',
      finishedAt,
      counts: {},
      error: describeFailure(record.failure),
    });
  };
};
