import { healthResultsContract } from '#test/contract/health-results.contract.ts';
import { jobRunsContract } from '#test/contract/job-runs.contract.ts';
import { memoryHealthResults } from '#test/support/memory-health-results.ts';
import { memoryJobRuns } from '#test/support/memory-job-runs.ts';

jobRunsContract('memory', async () => memoryJobRuns());
healthResultsContract('memory', async () => memoryHealthResults());
