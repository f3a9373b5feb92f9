import { JobId } from '#contracts/job-id.ts';
import { DomainError } from '#core/domain-error.ts';
import type { JobBook, JobSettings } from './job-settings.ts';

/** The job of an id that a caller gives, and how it is run; refused where the environment has none. */
export const knownJob = (
  jobs: JobBook,
  id: string,
): { readonly job: JobId; readonly settings: JobSettings } => {
  const known = JobId.safeParse(id);
  const settings = known.success ? jobs[known.data] : undefined;
  if (!known.success || settings === undefined) throw new DomainError('not_found', `there is no job ${id}`);
  return { job: known.data, settings };
};
