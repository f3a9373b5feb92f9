import type { JobId } from '#contracts/job-id.ts';
import type { ApiClient } from './api-client.ts';
import type { InProcessStack } from './in-process-stack.ts';

/** Ends the runs of the job that a test before has left: one that was not allowed to start keeps its place for minutes. */
export const endRuns = async (
  { host }: InProcessStack,
  api: ApiClient,
  job: JobId = 'health_check',
): Promise<void> => {
  const { body } = await api.get(`/api/v1/admin/jobs/${job}/runs?limit=200`);
  const running = (body.items ?? []).filter(({ status }: { status: string }) => status === 'running');
  for (const { run_id } of running) {
    await host.invoke('caselore-local-record-run', {
      event: 'failed',
      job_id: job,
      run_id,
      failure: { Error: 'Ended', Cause: 'by a test' },
    });
  }
};
