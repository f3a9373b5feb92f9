import type { CategoryVote } from './category-words.ts';

/** The category of what nothing is known of and nothing is near to. */
export const NO_CATEGORY = 'none';

/** The category for which most speaks, of two that are equal the first by name; `none` without a vote. */
export const electCategory = (votes: readonly CategoryVote[]): string => {
  const sums = new Map<string, number>();
  for (const { category, weight } of votes) sums.set(category, (sums.get(category) ?? 0) + weight);
  const [first] = [...sums].toSorted(
    ([one, weight], [other, otherWeight]) => otherWeight - weight || (one < other ? -1 : 1),
  );
  return first?.[0] ?? NO_CATEGORY;
};
