import { electCategory, NO_CATEGORY } from '../categories/elect-category.ts';
import { nearestVotes, type Labelled } from '../categories/nearest-votes.ts';
import type { FoundPattern } from '../find-patterns.ts';
import { middleOf } from '../near-groups.ts';
import type { StoredPattern } from '../stored-pattern.ts';
import type { CaseBase } from './case-base.ts';
import type { KnownCase } from './known-case.ts';

/** What a pattern is described by, for people and filters. */
export type PatternDescription = Pick<StoredPattern, 'category' | 'label' | 'product'>;

const LABEL_TERMS = 4;
/** A word of the label stands in at least this share of the cases: what one person wrote is not what a pattern is about. */
const LABEL_SHARE = 0.2;

/** The product that most cases name, if half of them do. */
const productOf = (cases: readonly KnownCase[]): string | undefined => {
  const named = [...Map.groupBy(cases, ({ product }) => product)].toSorted(
    ([one = '', some], [other = '', others]) => others.length - some.length || (one < other ? -1 : 1),
  );
  const most = named.find(([product]) => product !== undefined);
  return most && most[1].length * 2 >= cases.length ? most[0] : undefined;
};

const countTerms = (cases: readonly KnownCase[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { told } of cases) for (const term of told) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
};

/** Describes patterns; cases of all the base are asked about the category of those whose own cases do not tell it. */
export const describePattern = ({
  cases,
  graphs,
  spaces,
}: CaseBase): ((found: FoundPattern) => PatternDescription) => {
  let votesOf: ReturnType<typeof nearestVotes> | undefined;
  const labelled = (): readonly Labelled[] =>
    [...cases.values()].flatMap(({ id, hint }) => {
      const vector = graphs.problems.vectorOf(id);
      return hint && vector ? [{ vector, category: hint.category }] : [];
    });

  return ({ caseIds }) => {
    const own = caseIds.flatMap((id) => cases.get(id) ?? []);
    const middle = middleOf(caseIds.flatMap((id) => graphs.problems.vectorOf(id) ?? []));
    const told = electCategory(own.flatMap(({ hint }) => hint ?? []));
    if (told === NO_CATEGORY) votesOf ??= nearestVotes(labelled());

    const held = countTerms(own);
    const label = middle.terms
      .map((number, place) => ({ term: spaces.problems.termOf(number), weight: middle.weights[place] ?? 0 }))
      .filter(({ term = '' }) => (held.get(term) ?? 0) >= own.length * LABEL_SHARE)
      .toSorted((one, other) => other.weight - one.weight)
      .flatMap(({ term }) => term ?? [])
      .slice(0, LABEL_TERMS);
    return {
      category: told === NO_CATEGORY ? electCategory(votesOf?.(middle) ?? []) : told,
      label: label.join(', '),
      product: productOf(own),
    };
  };
};
