import type { PatternThresholds } from '#contracts/knowledge-grouping.ts';
import type { ApartFrom, NearPair, PatternGroup } from '#contracts/pattern-group.ts';
import { cosineOf } from '../cosine-of.ts';
import type { NamedPattern } from '../keep-pattern-ids.ts';
import { middleOf } from '../near-groups.ts';
import type { Edge, NeighbourGraph } from '../neighbour-graph.ts';
import type { TermSpace, TermVector } from '../term-space.ts';
import type { CaseBase } from './case-base.ts';
import { tellingPairs } from './telling-pairs.ts';

const PAIRS = 8;
const PAIR_TERMS = 6;
const OTHERS = 3;
const APART_WORDS = 6;

const rounded = (number: number): number => Math.round(number * 1_000) / 1_000;

const heaviest = (terms: readonly { term: number; weight: number }[], space: TermSpace, most: number) =>
  terms
    .toSorted((one, other) => other.weight - one.weight || one.term - other.term)
    .flatMap(({ term, weight }) => {
      const word = space.termOf(term);
      return word === undefined ? [] : [{ term: word, weight: rounded(weight) }];
    })
    .slice(0, most);

const nearPairs = (edges: readonly Edge[], graph: NeighbourGraph, space: TermSpace): NearPair[] =>
  tellingPairs(edges, PAIRS).map(({ a, b, cosine }) => {
    const other = graph.vectorOf(b);
    const weightOf = new Map(other?.terms.map((term, place) => [term, other.weights[place] ?? 0]));
    const shared = graph.vectorOf(a);
    const terms = (shared?.terms ?? []).map((term, place) => ({
      term,
      weight: (shared?.weights[place] ?? 0) * (weightOf.get(term) ?? 0),
    }));
    const weighing = terms.filter(({ weight }) => weight > 0);
    return { cases: [a, b], cosine: rounded(cosine), terms: heaviest(weighing, space, PAIR_TERMS) };
  });

/** Words that weigh in one middle and not in the other. */
const onlyIn = (one: TermVector, other: TermVector, space: TermSpace): string[] => {
  const there = new Set(other.terms);
  const own = one.terms.map((term, place) => ({ term, weight: one.weights[place] ?? 0 }));
  return heaviest(
    own.filter(({ term }) => !there.has(term)),
    space,
    APART_WORDS,
  ).map(({ term }) => term);
};

const middleIn = (graph: NeighbourGraph, ids: readonly string[]): TermVector =>
  middleOf(ids.flatMap((id) => graph.vectorOf(id) ?? []));

/** Says why the cases of each pattern are together, and what keeps it apart from those told nearly alike. */
export const explainPatterns = (
  { graphs, spaces }: CaseBase,
  patterns: readonly NamedPattern[],
  thresholds: PatternThresholds,
  now: string,
): ((pattern: NamedPattern) => PatternGroup) => {
  const middles = patterns.map(({ id, caseIds }) => ({
    id,
    problem: middleIn(graphs.problems, caseIds),
    remedy: middleIn(graphs.remedies, caseIds),
  }));
  const patternOf = new Map(patterns.flatMap(({ id, caseIds }) => caseIds.map((one) => [one, id] as const)));
  const inside = (graph: NeighbourGraph, least: number) =>
    Map.groupBy(graph.mutual(least), ({ a, b }) =>
      patternOf.get(a) === patternOf.get(b) ? patternOf.get(a) : undefined,
    );
  const problems = inside(graphs.problems, thresholds.complaint);
  const remedies = inside(graphs.remedies, thresholds.remedy);

  const apartFrom = (id: string): ApartFrom[] => {
    const own = middles.find((one) => one.id === id);
    if (!own) return [];
    return middles
      .filter((other) => other !== own)
      .map((other) => ({ other, cosine: cosineOf(own.problem, other.problem) }))
      .filter(({ cosine }) => cosine >= thresholds.near)
      .toSorted((one, next) => next.cosine - one.cosine || (one.other.id < next.other.id ? -1 : 1))
      .slice(0, OTHERS)
      .map(({ other, cosine }) => ({
        pattern: other.id,
        problem_cosine: rounded(cosine),
        remedy_cosine: rounded(cosineOf(own.remedy, other.remedy)),
        own_words: onlyIn(own.remedy, other.remedy, spaces.remedies),
        other_words: onlyIn(other.remedy, own.remedy, spaces.remedies),
      }));
  };

  return ({ id, caseIds, remedies: groups, joins }) => ({
    format: 1,
    case_ids: [...caseIds],
    remedies: groups.map((ids) => [...ids]),
    joins: joins.map(({ remedies: pair, odds, witnesses }) => ({
      remedies: [...pair],
      odds: rounded(odds),
      witnesses: [...witnesses],
    })),
    near_problems: nearPairs(problems.get(id) ?? [], graphs.problems, spaces.problems),
    near_remedies: nearPairs(remedies.get(id) ?? [], graphs.remedies, spaces.remedies),
    apart_from: apartFrom(id),
    thresholds: { ...thresholds },
    grouped_at: now,
  });
};
