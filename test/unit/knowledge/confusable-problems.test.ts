import { describe, expect, it } from 'vitest';
import { USUAL_THRESHOLDS } from '#core/knowledge/find-patterns.ts';
import { caseBase } from '#core/knowledge/grouping/case-base.ts';
import { termedCase } from '#core/knowledge/pattern-case.ts';
import { families } from '#samples/patterns/families.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';

const { cases, truths } = generateSample({ seed: seeds.demo, size: 3_000 });
const patternOf = new Map(truths.map(({ case_id: id, pattern }) => [id, pattern]));
const base = caseBase(USUAL_THRESHOLDS);
base.change(
  cases.flatMap(({ id, customer, status, title, description = '', resolution = '' }) =>
    resolution === '' || !['resolved', 'closed', 'solved'].includes(status)
      ? []
      : [
          {
            ...termedCase({ id, customer, problem: `${title}\n${description}`, remedy: resolution }),
            contentHash: id,
          },
        ],
  ),
  [],
);
const found = base.find({ cases: 5, customers: 2 });

/** Found patterns that hold at least five cases of a true one. */
const holding = (key: string) =>
  found.filter(({ caseIds }) => caseIds.filter((id) => patternOf.get(id) === key).length >= 5);

describe('two causes of one symptom', () => {
  const twins = families.flatMap(({ patterns: [one, other] }) =>
    other ? [[one.key, other.key] as const] : [],
  );

  it.each(twins)('are two patterns: %s and %s', (one, other) => {
    expect(holding(one).length).toBeGreaterThan(0);
    expect(holding(other).length).toBeGreaterThan(0);
    expect(holding(one).filter((pattern) => holding(other).includes(pattern))).toEqual([]);
  });

  it('are in the sample', () => {
    expect(twins.length).toBeGreaterThan(5);
  });
});
