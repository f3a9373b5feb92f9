import { CaseContent } from '#contracts/case.ts';
import type { LivingCase } from '#core/cases/case-row.ts';
import { generateSample } from '#samples/generate-sample.ts';
import type { SampleCase } from '#samples/sample-case.ts';
import type { CaseTruth } from '#samples/truth.ts';

/** A case of the sample as it is stored, with what is true of it. */
export type KnownCase = { readonly row: LivingCase; readonly truth: CaseTruth };

const TENANT = 'bench';

/** A case as the store holds it. */
export const rowOf = ({ id, ...line }: SampleCase): LivingCase => ({
  tenant: TENANT,
  id,
  version: 1,
  deleted: false,
  content: CaseContent.parse(line),
  contentHash: id,
  createdAt: line.created_at,
  updatedAt: line.updated_at,
});

/** The cases of a sample. */
export const knownCases = (seed: number, size: number): readonly KnownCase[] => {
  const { cases, truths } = generateSample({ seed, size });
  return cases.flatMap((line, place) => {
    const truth = truths[place];
    return truth ? [{ row: rowOf(line), truth }] : [];
  });
};
