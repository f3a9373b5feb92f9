import type { Clock } from '#core/ports/clock.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';
import type { StateMachines } from '#core/ports/state-machines.ts';
import { endRun } from './end-run.ts';
import type { JobRow, RunEnd, RunKey } from './job-run.ts';
import { describeFailure } from './run-error.ts';

export type SettleRunsDeps = { runs: JobRuns; machines: StateMachines; clock: Clock };

/** An execution that is not there by then never will be: whoever claimed the run tries for a few minutes at most. */
const START_PATIENCE_MS = 5 * 60_000;

/**
 * Ends the runs whose executions have ended without a word: stopped by a person, past their time, or never started.
 * Answers the job as it is then.
 */
export const settleRuns = ({ runs, machines, clock }: SettleRunsDeps) => {
  const finish = endRun({ runs });

  return async (row: JobRow): Promise<JobRow> => {
    const endOf = async (key: RunKey): Promise<RunEnd | undefined> => {
      const execution = await machines.describe(key);
      if (execution === undefined) return abandoned(await runs.find(key), clock.now());
      if (execution.status === 'running') return undefined;
      const { status, endedAt, failure } = execution;
      return {
        status,
        finishedAt: endedAt.toISOString(),
        counts: {},
        error: failure && describeFailure(failure),
      };
    };
    const ended = await Promise.all(
      row.active.map(async (runId) => {
        const key = { job: row.job, runId };
        const end = await endOf(key);
        return end !== undefined && (await finish(key, end));
      }),
    );
    return ended.includes(true) ? runs.job(row.job) : row;
  };
};

const abandoned = (run: { readonly startedAt: string } | undefined, now: Date): RunEnd | undefined =>
  run === undefined || now.getTime() - Date.parse(run.startedAt) < START_PATIENCE_MS
    ? undefined
    : { status: 'failed', finishedAt: now.toISOString(), counts: {}, error: 'the execution never started' };
