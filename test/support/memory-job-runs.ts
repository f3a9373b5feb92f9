import type { JobId } from '#contracts/job-id.ts';
import { durationOf, type JobRow, type JobRun, type RunKey } from '#core/jobs/job-run.ts';
import type { JobRuns } from '#core/ports/job-runs.ts';

/** Jobs and runs in memory, a twin of the table for unit tests. */
export const memoryJobRuns = (): JobRuns => {
  const rows = new Map<JobId, JobRow>();
  const runs = new Map<string, JobRun>();
  const textOf = ({ job, runId }: RunKey): string => `${job}#${runId}`;
  const sortOf = (run: Pick<JobRun, 'startedAt' | 'runId'>): string => `${run.startedAt}#${run.runId}`;
  const rowOf = (job: JobId): JobRow =>
    rows.get(job) ?? {
      job,
      paused: false,
      active: [],
      runs: 0,
      errors: 0,
      durationMs: 0,
      lastRun: undefined,
      lastSuccess: undefined,
    };
  const change = (job: JobId, changed: Partial<JobRow>): void => {
    rows.set(job, { ...rowOf(job), ...changed });
  };

  return {
    job: async (job) => rowOf(job),
    async pause(job, paused) {
      change(job, { paused });
    },
    async claim(run, most) {
      if (runs.has(textOf(run))) return 'taken';
      const { active } = rowOf(run.job);
      if (active.length >= most) return 'full';
      runs.set(textOf(run), run);
      change(run.job, { active: [...active, run.runId], lastRun: run.startedAt });
      return 'mine';
    },
    async note(run) {
      if (!runs.has(textOf(run))) runs.set(textOf(run), run);
    },
    find: async (key) => runs.get(textOf(key)),
    async list(job, limit, after) {
      const found = [...runs.values()]
        .filter((run) => run.job === job && (!after || sortOf(run) < sortOf(after)))
        .toSorted((a, b) => (sortOf(a) < sortOf(b) ? 1 : -1));
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        runs: page,
        next: last && found.length > limit ? { startedAt: last.startedAt, runId: last.runId } : undefined,
      };
    },
    async step(key, step) {
      const run = runs.get(textOf(key));
      if (!run) throw new Error(`no run ${textOf(key)}`);
      const steps = [...run.steps.filter(({ name }) => name !== step.name), step];
      runs.set(textOf(key), {
        ...run,
        steps: steps.toSorted((a, b) => (a.started_at < b.started_at ? -1 : 1)),
      });
    },
    async finish(key, end) {
      const run = runs.get(textOf(key));
      if (run?.status !== 'running') return false;
      const ended = { ...run, ...end };
      runs.set(textOf(key), ended);
      const row = rowOf(key.job);
      const succeeded = end.status === 'succeeded';
      change(key.job, {
        active: row.active.filter((runId) => runId !== key.runId),
        runs: row.runs + 1,
        errors: row.errors + (succeeded ? 0 : 1),
        durationMs: row.durationMs + (durationOf(ended) ?? 0),
        ...(succeeded && { lastSuccess: run.startedAt }),
      });
      return true;
    },
  };
};
