import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';
import { generateSample } from '#samples/generate-sample.ts';
import type { SampleCase } from '#samples/sample-case.ts';
import type { GoldFact } from '#samples/truth.ts';

const RESOLVED = new Set(['resolved', 'closed', 'solved']);
const MOST_CASES = 40;
const LEAST_CASES = 5;

/** Evidence of a true pattern of the sample, and what is true of its cases. */
export type SampleEvidence = {
  readonly pattern: string;
  readonly evidence: Evidence;
  readonly facts: readonly (GoldFact & { readonly caseId: string })[];
};

/** The resolved cases of each true pattern as evidence, as a perfect grouping would give it. */
export const sampleEvidence = (seed: number, size = 2_000): readonly SampleEvidence[] => {
  const { cases, truths } = generateSample({ seed, size });
  const truthOf = new Map(truths.map((truth) => [truth.case_id, truth]));
  const resolved = cases.filter(({ status, resolution = '' }) => RESOLVED.has(status) && resolution !== '');
  const groups = Map.groupBy(resolved, ({ id }) => truthOf.get(id)?.pattern ?? '');
  groups.delete('');
  return [...groups]
    .filter(([, own]) => own.length >= LEAST_CASES)
    .map(([pattern, own]) => {
      const cited = own.slice(0, MOST_CASES);
      return {
        pattern,
        evidence: {
          tenant: 'demo',
          patternId: pattern,
          hash: pattern,
          category: truthOf.get(own[0]?.id ?? '')?.category,
          customers: new Set(own.map(({ customer }) => customer)).size,
          cases: cited.map(asEvidence),
          size: own.length,
        },
        facts: cited.flatMap(({ id }) =>
          (truthOf.get(id)?.gold_facts ?? []).map((fact) => ({ ...fact, caseId: id })),
        ),
      };
    });
};

const asEvidence = (line: SampleCase): EvidenceCase => ({
  id: line.id,
  customer: line.customer,
  product: line.product,
  resolvedAt: line.resolved_at,
  people: [line.customer_email, ...(line.feed ?? []).map(({ author }) => author)],
  texts: [
    { field: 'title', body: line.title },
    ...(line.description === undefined ? [] : [{ field: 'description' as const, body: line.description }]),
    ...(line.resolution === undefined ? [] : [{ field: 'resolution' as const, body: line.resolution }]),
    ...(line.feed ?? []).map(({ body, created_at: at }) => ({ field: 'feed' as const, body, at })),
  ],
});
