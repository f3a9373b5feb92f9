import type { JobId } from '#contracts/job-id.ts';
import type { RunKey } from '#core/jobs/job-run.ts';

/** Whose rows these are: nobody's but the environment's. No tenant can have this id, for theirs hold no `*`. */
const ENVIRONMENT = '*';

const DAY_SECONDS = 24 * 60 * 60;
const RUN_DAYS = 30;
const HEALTH_DAYS = 14;

/** When a row may go, in seconds since 1970. */
const after = (days: number) => (time: string) => Math.floor(Date.parse(time) / 1000) + days * DAY_SECONDS;

/** Runs are kept for 30 days, results of health checks for 14. */
export const runKeptUntil = after(RUN_DAYS);
export const healthKeptUntil = after(HEALTH_DAYS);

/** The partition of a job, with its own row and those of its runs. */
const jobPk = (job: JobId): string => `${ENVIRONMENT}#job#${job}`;

/** The key of a job's own row. */
export const jobKeyOf = (job: JobId) => ({ pk: jobPk(job), sk: 'job' });

/** The key of a run's row. */
export const runKeyOf = ({ job, runId }: RunKey) => ({ pk: jobPk(job), sk: `run#${runId}` });

/** The partition of the list of a job's runs, and a run's place in it. */
export const runListKey = (job: JobId): string => jobPk(job);
export const runListSort = (startedAt: string, runId: string): string => `${startedAt}#${runId}`;

/** The partition of the results of health checks, and a result's place in it. */
export const HEALTH_PK = `${ENVIRONMENT}#health`;
export const healthSk = (checkedAt: string, runId: string): string => `${checkedAt}#${runId}`;
