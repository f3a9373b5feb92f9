import type { JobMetrics } from '#contracts/job.ts';
import { percentOf, rounded, sumOf } from '#core/metrics/arithmetic.ts';
import { durationOf, type JobRun } from './job-run.ts';

type Stats = Omit<JobMetrics, 'job_id' | 'last_run' | 'last_success'>;

/** The value that this share of the sorted values does not exceed (nearest rank); null of none. */
const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;

/** What processed things by the second, over runs that count them; null where none does. */
const throughput = (runs: readonly JobRun[]): number | null => {
  const counting = runs.filter(({ counts }) => counts['processed'] !== undefined);
  const seconds = sumOf(counting.map(durationOf)) / 1000;
  return seconds === 0 ? null : rounded(sumOf(counting.map(({ counts }) => counts['processed'])) / seconds);
};

/** Counts, rates and durations of runs; those that run still count nowhere, those that never began in no rate. */
export const jobStats = (runs: readonly JobRun[]): Stats => {
  const of = (status: JobRun['status']) => runs.filter((run) => run.status === status).length;
  const ended = runs.filter(({ status }) => !['running', 'missed', 'skipped'].includes(status));
  const durations = ended.map((run) => durationOf(run) ?? 0).toSorted((a, b) => a - b);
  const succeeded = of('succeeded');
  return {
    runs: ended.length,
    succeeded,
    failed: ended.length - succeeded,
    missed: of('missed'),
    skipped: of('skipped'),
    error_rate_percent: percentOf(ended.length - succeeded, ended.length),
    duration_ms: {
      p50: percentile(durations, 0.5),
      p95: percentile(durations, 0.95),
      max: durations.at(-1) ?? null,
    },
    throughput_per_second: throughput(ended),
  };
};
