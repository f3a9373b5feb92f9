import { DomainError } from '#core/domain-error.ts';

/** Writers that meet at one record this often in a row are told to come back. */
const MOST_TRIES = 5;

const isStale = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'version_mismatch';

/**
 * Reads, decides and writes, again when somebody else was quicker, and in the end `conflict`. Where the caller demands a
 * version there is one try: its `version_mismatch` is the answer.
 */
export const untilWritten = async <Result>(
  { noun, ifMatch }: { readonly noun: string; readonly ifMatch?: number | undefined },
  attempt: () => Promise<Result>,
): Promise<Result> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!isStale(error) || ifMatch !== undefined) throw error;
      if (tries === MOST_TRIES)
        throw new DomainError('conflict', `the ${noun} is being changed by others`, { cause: error });
    }
  }
};
