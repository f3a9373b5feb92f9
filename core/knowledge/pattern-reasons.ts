import type { NamedCase, PatternWhy } from '#contracts/pattern-why.ts';
import type { NearPair, PatternGroup } from '#contracts/pattern-group.ts';
import type { StoredPattern } from './stored-pattern.ts';

/** What is known of the cases and patterns that reasons name: those that are absent are not spoken of any more. */
export type KnownNames = {
  readonly cases: ReadonlyMap<string, NamedCase>;
  readonly patterns: ReadonlyMap<string, StoredPattern>;
};

/** Witnesses and wordings that are named; the rest is counted. */
const MOST_NAMED = 10;
const MOST_ODDS = 1_000_000;

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const pairsOf = (pairs: readonly NearPair[], { cases }: KnownNames): PatternWhy['near_problems'] =>
  pairs.flatMap(({ cases: [a, b], cosine, terms }) => {
    const [one, other] = [cases.get(a), cases.get(b)];
    return one && other ? [{ cases: [one, other], cosine, shared_terms: terms }] : [];
  });

const oddsOf = (logarithm: number): number => Math.round(Math.min(MOST_ODDS, Math.exp(logarithm)));

const summaryOf = (pattern: StoredPattern, group: PatternGroup, others: number): string => {
  const { size, customers } = pattern;
  const wordings = group.remedies.length;
  const witnesses = new Set(group.joins.flatMap((join) => join.witnesses)).size;
  return [
    `${plural(size, 'case')}${customers === undefined ? '' : ` of ${plural(customers, 'customer')}`}`,
    wordings === 1
      ? 'tell their remedy in the same words.'
      : `tell their remedy in ${plural(wordings, 'wording')}, joined by ${plural(witnesses, 'case')} told like one and mended like another.`,
    others === 0
      ? 'No other pattern is told nearly alike.'
      : `${plural(others, 'other pattern')} told nearly alike ${others === 1 ? 'is' : 'are'} kept apart by another remedy.`,
  ].join(' ');
};

/** The ids of all cases that reasons name. */
export const namedCaseIds = ({
  remedies,
  joins,
  near_problems,
  near_remedies,
}: PatternGroup): readonly string[] => [
  ...new Set([
    ...remedies.flatMap((ids) => ids.slice(0, MOST_NAMED)),
    ...joins.flatMap(({ witnesses }) => witnesses.slice(0, MOST_NAMED)),
    ...[...near_problems, ...near_remedies].flatMap(({ cases }) => cases),
  ]),
];

/** Says why the cases of a pattern are together, for a person. */
export const patternReasons = (
  pattern: StoredPattern,
  group: PatternGroup,
  names: KnownNames,
): PatternWhy => {
  const named = (ids: readonly string[]): NamedCase[] =>
    ids.flatMap((id) => names.cases.get(id) ?? []).slice(0, MOST_NAMED);
  const apart = group.apart_from.flatMap(({ pattern: id, ...rest }) => {
    const other = names.patterns.get(id);
    if (!other || other.size === 0) return [];
    const { label, category, size } = other;
    return [{ pattern: { id, label, category, size }, ...rest }];
  });
  return {
    pattern_id: pattern.id,
    summary: summaryOf(pattern, group, apart.length),
    grouped_at: group.grouped_at,
    thresholds: group.thresholds,
    wordings: group.remedies.flatMap((ids) =>
      named(ids)
        .slice(0, 1)
        .map((example) => ({ example, cases: ids.length })),
    ),
    joins: group.joins.map(({ remedies, odds, witnesses }) => ({
      wordings: [...remedies],
      odds: oddsOf(odds),
      witnesses: named(witnesses),
    })),
    near_problems: pairsOf(group.near_problems, names),
    near_remedies: pairsOf(group.near_remedies, names),
    apart_from: apart,
  };
};
