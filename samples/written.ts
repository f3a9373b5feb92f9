import type { Author } from './author.ts';
import type { Told } from './roles.ts';
import type { SampleCase } from './sample-case.ts';
import type { CaseTruth } from './truth.ts';

/** A case with its truth, and with what a copy of it needs. */
export type Written = {
  readonly line: SampleCase;
  readonly truth: CaseTruth;
  readonly told: Told;
  readonly author: Author;
};
