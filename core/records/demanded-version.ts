import { DomainError } from '#core/domain-error.ts';

/** Refuses with `version_mismatch` when a caller demands another version than there is. */
export const demandedVersion = (noun: string, version: number, ifMatch: number | undefined): void => {
  if (ifMatch === undefined || ifMatch === version) return;
  throw new DomainError('version_mismatch', `the ${noun} is at version ${version}`);
};
