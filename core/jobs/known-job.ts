import { JobId } from '#contracts/job-id.ts';
import { DomainError } from '#core/domain-error.ts';

/** The job of an id that a caller gives; refused where there is none. */
export const knownJob = (id: string): JobId => {
  const job = JobId.safeParse(id);
  if (!job.success) throw new DomainError('not_found', `there is no job ${id}`);
  return job.data;
};
