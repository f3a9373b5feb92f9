/**
 * B-cubed precision and recall: for each case the share of its cluster that is of its pattern, and the share of its
 * pattern that is in its cluster; the means. A case without a pattern is a pattern of its own.
 */
export const bCubed = (
  clusterOf: readonly number[],
  patternOf: readonly (string | undefined)[],
): { readonly precision: number; readonly recall: number } => {
  const cases = clusterOf.map((cluster, place) => ({
    cluster,
    pattern: patternOf[place] ?? `alone-${place}`,
  }));
  const clusters = countBy(cases, ({ cluster }) => String(cluster));
  const patterns = countBy(cases, ({ pattern }) => pattern);
  const both = countBy(cases, ({ cluster, pattern }) => `${cluster} ${pattern}`);
  const shareOf = (sizeOf: (one: (typeof cases)[number]) => number): number =>
    cases.reduce((sum, one) => sum + (both.get(`${one.cluster} ${one.pattern}`) ?? 0) / sizeOf(one), 0) /
    cases.length;
  return {
    precision: shareOf(({ cluster }) => clusters.get(String(cluster)) ?? 1),
    recall: shareOf(({ pattern }) => patterns.get(pattern) ?? 1),
  };
};

const countBy = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};
