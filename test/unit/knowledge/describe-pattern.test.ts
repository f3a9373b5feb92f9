import { describe, expect, it } from 'vitest';
import { USUAL_THRESHOLDS } from '#core/knowledge/find-patterns.ts';
import { caseBase } from '#core/knowledge/grouping/case-base.ts';
import { describePattern } from '#core/knowledge/grouping/describe-pattern.ts';
import type { KnownCase } from '#core/knowledge/grouping/known-case.ts';
import { termedCase } from '#core/knowledge/pattern-case.ts';

const aKnownCase = (id: string, problem: string, overrides: Partial<KnownCase> = {}): KnownCase => ({
  ...termedCase({ id, problem, remedy: 'charger replaced' }),
  contentHash: id,
  ...overrides,
});

/** A pattern of all cases whose ids begin with `c`, among all of these. */
const described = (...cases: readonly KnownCase[]) => {
  const base = caseBase(USUAL_THRESHOLDS);
  base.change(cases, []);
  const caseIds = cases.flatMap(({ id }) => (id.startsWith('c') ? [id] : []));
  return describePattern(base)({ caseIds, customers: 2, remedies: [caseIds], joins: [] });
};
const plain = (count: number, overrides: (n: number) => Partial<KnownCase> = () => ({})): KnownCase[] =>
  Array.from({ length: count }, (_, n) => aKnownCase(`c-${n}`, 'charger sparks loudly', overrides(n)));
const hint = (category: string, weight: number) => ({ category, weight, given: weight === 3 });

describe('the description of a pattern', () => {
  it('is named by words that many of its cases share, not by those of one person', () => {
    const cases = plain(12);
    // Rare words weigh most; these two are in one case of the pattern and in one beside it.
    cases[0] = aKnownCase('c-0', 'charger sparks wilhelmina');

    expect(
      described(...cases, aKnownCase('x', 'wilhelmina'))
        .label.split(', ')
        .toSorted(),
    ).toEqual(['charger', 'loudly', 'sparks']);
  });

  it('has the product that half of its cases name, or none', () => {
    expect(described(...plain(4, (n) => (n < 2 ? { product: 'X1' } : {}))).product).toBe('X1');
    expect(described(...plain(5, (n) => (n < 2 ? { product: 'X1' } : {}))).product).toBeUndefined();
  });

  it('has the category for which its cases speak most: a source before keywords', () => {
    const votes = (n: number) => ({ hint: n === 0 ? hint('power_supply', 3) : hint('bios_firmware', 1) });

    expect(described(...plain(3, votes)).category).toBe('power_supply');
    expect(described(...plain(5, votes)).category).toBe('bios_firmware');
  });

  it('asks near cases where its own say nothing, and is of none where nothing is near', () => {
    const near = aKnownCase('x', 'charger sparks', { hint: hint('power_supply', 3) });
    const far = aKnownCase('y', 'switch loops', { hint: hint('network_issues', 3) });

    expect(described(...plain(5), near, far).category).toBe('power_supply');
    expect(described(...plain(5), far).category).toBe('none');
  });
});
