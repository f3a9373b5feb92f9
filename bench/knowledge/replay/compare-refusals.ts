import type { FoundPattern } from '#core/knowledge/find-patterns.ts';

type Cases = Pick<FoundPattern, 'caseIds'>;

/** Patterns whose verdict differs from that of most of their cases in the other grouping. */
const without = <Pattern extends Cases>(
  refused: readonly Pattern[],
  others: readonly Cases[],
): readonly Pattern[] => {
  const known = new Set(others.flatMap(({ caseIds }) => caseIds));
  return refused.filter(({ caseIds }) => caseIds.filter((id) => known.has(id)).length * 2 <= caseIds.length);
};

/** What would be refused that is not now, and what is refused now and would not be. */
export const compareRefusals = <Pattern extends Cases>(
  before: readonly Pattern[],
  after: readonly Pattern[],
): { readonly refused: readonly Pattern[]; readonly accepted: readonly Pattern[] } => ({
  refused: without(after, before),
  accepted: without(before, after),
});
