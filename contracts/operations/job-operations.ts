import { CaseMonitorStats, NewCaseSync } from '../case-monitor.ts';
import { HealthHistory, HealthHistoryQuery } from '../health-history.ts';
import { IdempotencyKeyHeader } from '../idempotency-key.ts';
import { RunListQuery, RunPageView } from '../job-run.ts';
import { JobMetrics, JobPath, JobsStatus, SwitchedJob, TriggeredRun } from '../job.ts';
import { Pipelines } from '../pipelines.ts';
import type { OperationContract } from './operation-contract.ts';

const ONCE = ['idempotency_key_in_use', 'idempotency_key_reused'] as const;

/** The scheduled jobs, their runs, and what the health checks found. Jobs belong to the environment, not to a tenant. */
export const jobOperations = {
  getJobsStatus: {
    tag: 'Operations',
    summary: 'How every scheduled job is',
    answers: { 200: { description: 'Every job with its next and last run', body: JobsStatus } },
  },
  triggerJob: {
    tag: 'Operations',
    summary: 'Run a job now',
    description: 'Also while its schedule is paused. A `conflict` while as many run as may.',
    path: JobPath,
    headers: IdempotencyKeyHeader,
    answers: { 202: { description: 'It runs', body: TriggeredRun } },
    refusals: ['not_found', 'conflict', ...ONCE],
  },
  pauseJob: {
    tag: 'Operations',
    summary: 'Pause the schedule of a job',
    description: 'What runs goes on; nothing starts by the schedule until it is resumed.',
    path: JobPath,
    answers: { 200: { description: 'It is paused', body: SwitchedJob } },
    refusals: ['not_found'],
  },
  resumeJob: {
    tag: 'Operations',
    summary: 'Resume the schedule of a job',
    description: 'It starts again when it is next due.',
    path: JobPath,
    answers: { 200: { description: 'It is no longer paused', body: SwitchedJob } },
    refusals: ['not_found'],
  },
  getJobMetrics: {
    tag: 'Operations',
    summary: 'How the runs of a job do, in numbers',
    description: 'Of the last 30 days, at most the newest thousand runs.',
    path: JobPath,
    answers: { 200: { description: 'Counts, durations and rates', body: JobMetrics } },
    refusals: ['not_found'],
  },
  listJobRuns: {
    tag: 'Operations',
    summary: 'List the runs of a job',
    description: 'Newest first, kept for 30 days.',
    path: JobPath,
    query: RunListQuery,
    answers: { 200: { description: 'A page of runs with their steps', body: RunPageView } },
    refusals: ['not_found'],
  },
  getCaseMonitorStats: {
    tag: 'Operations',
    summary: 'How many cases there are, and how far search has come with them',
    description: "The caller's own, at most 10 s old.",
    answers: {
      200: { description: 'Counts, and when the case database was last followed', body: CaseMonitorStats },
    },
  },
  syncCaseSource: {
    tag: 'Operations',
    summary: 'Follow the case database now',
    description:
      'Starts a run of `case_sync`; a `conflict` while one runs, `not_found` where no case database is configured. ' +
      '`full` compares all ids, as the first run of a day does; `allow_deletions` lets that delete however many cases ' +
      'the database lacks.',
    headers: IdempotencyKeyHeader,
    body: NewCaseSync,
    answers: { 202: { description: 'It runs', body: TriggeredRun } },
    refusals: ['not_found', 'conflict', ...ONCE],
  },
  listPipelines: {
    tag: 'Operations',
    summary: 'List the ways of the data, bulk and real-time',
    description: "Imports are the caller's own; queues are those of the environment.",
    answers: { 200: { description: 'Every pipeline and what waits in it', body: Pipelines } },
  },
  getHealthHistory: {
    tag: 'Operations',
    summary: 'What the last health checks found',
    description: 'Newest first, kept for 14 days.',
    query: HealthHistoryQuery,
    answers: { 200: { description: 'Every result with its parts', body: HealthHistory } },
  },
} as const satisfies Record<string, OperationContract>;
