import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USUAL_THRESHOLDS } from '#core/knowledge/find-patterns.ts';
import { caseBase, type CaseBase } from '#core/knowledge/grouping/case-base.ts';
import { readGroupingState, writeGroupingState } from '#core/knowledge/grouping/grouping-state.ts';
import type { KnownCase } from '#core/knowledge/grouping/known-case.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { termedCase } from '#core/knowledge/pattern-case.ts';

const NEEDS = { cases: 3, customers: 1 };
const sample: readonly KnownCase[] = generateSample({ seed: 7, size: 520 }).cases.flatMap(
  ({ id, title, description = '', resolution = '', customer }) =>
    resolution === ''
      ? []
      : [
          {
            ...termedCase({ id, customer, problem: `${title}\n${description}`, remedy: resolution }),
            contentHash: id,
          },
        ],
);

const textOf = (base: CaseBase): string =>
  writeGroupingState('settings', { seen: new Map(), base: base.kept() });
/** What the next run finds: written and read back, as between two runs. */
const nextRun = (base: CaseBase): CaseBase =>
  caseBase(USUAL_THRESHOLDS, readGroupingState(textOf(base), 'settings')?.base);
const edgesOf = ({ graphs }: CaseBase) =>
  [graphs.problems.mutual(0.55), graphs.remedies.mutual(0.5)].map((edges) =>
    edges.toSorted((one, other) => (one.a + one.b < other.a + other.b ? -1 : 1)),
  );

const begun = (): CaseBase => {
  const base = caseBase(USUAL_THRESHOLDS);
  base.change(sample.slice(0, 320), []);
  return base;
};

describe('the case base of a tenant', () => {
  it('is the same whether it was kept in between or not', () => {
    const some = fc.record({
      put: fc.subarray(sample.slice(300, 360), { maxLength: 4 }),
      forget: fc.subarray(
        sample.slice(0, 100).map(({ id }) => id),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 3 }), (changes) => {
        const whole = begun();
        let kept = begun();
        for (const { put, forget } of changes) {
          whole.change(put, forget);
          kept = nextRun(kept);
          kept.change(put, forget);
        }

        expect(edgesOf(kept)).toEqual(edgesOf(whole));
        expect(kept.find(NEEDS)).toEqual(whole.find(NEEDS));
        expect(textOf(nextRun(kept))).toBe(textOf(kept));
      }),
      { numRuns: 6 },
    );
  }, 30_000);

  it('finds what a base finds that was made of all at once, when little came', () => {
    const grown = begun();
    grown.change(sample.slice(320, 332), []);
    const whole = caseBase(USUAL_THRESHOLDS);
    whole.change(sample.slice(0, 332), []);

    const [one, other] = [grown.find(NEEDS), whole.find(NEEDS)];
    const together = new Set(other.map(({ caseIds }) => caseIds.join()));
    expect(one.filter(({ caseIds }) => together.has(caseIds.join())).length).toBeGreaterThan(
      one.length * 0.9,
    );
  });

  it('makes all anew when much came or went', () => {
    const grown = begun();
    grown.change(sample.slice(320), []);
    const whole = caseBase(USUAL_THRESHOLDS);
    whole.change(sample, []);

    expect(edgesOf(grown)).toEqual(edgesOf(whole));
    expect(grown.kept().turnover).toBe(0);
  });

  it('counts words that nobody used before among the cases that use them', () => {
    const base = begun();
    const fresh = Array.from({ length: 3 }, (_, n) => ({
      ...termedCase({
        id: `fresh-${n}`,
        problem: 'zyxel quuxometer whirrs backwards',
        remedy: 'frobnicated the gyrowidget twice',
      }),
      contentHash: 'h',
    }));
    base.change(fresh, []);

    const told = base.graphs.problems.mutual(0.55).filter(({ a }) => a.startsWith('fresh'));
    expect(told.map(({ a, b }) => [a, b])).toEqual([
      ['fresh-0', 'fresh-1'],
      ['fresh-0', 'fresh-2'],
      ['fresh-1', 'fresh-2'],
    ]);
    expect(base.find(NEEDS).map(({ caseIds }) => caseIds)).toContainEqual(['fresh-0', 'fresh-1', 'fresh-2']);
  });
});
