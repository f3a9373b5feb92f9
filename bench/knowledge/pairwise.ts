/** How well clusters of cases match the true patterns, counted over pairs of cases. */
export type PairScore = { readonly precision: number; readonly recall: number };

const pairs = (count: number): number => (count * (count - 1)) / 2;

const sum = (counts: Iterable<number>): number =>
  [...counts].reduce((total, count) => total + pairs(count), 0);

/**
 * Scores clusters: `clusterOf` and `patternOf` name the cluster and the pattern of each case, in the same order. A case
 * without a pattern belongs with no other.
 */
export const scorePairs = (
  clusterOf: readonly number[],
  patternOf: readonly (string | undefined)[],
): PairScore => {
  const clusters = new Map<number, number>();
  const patterns = new Map<string, number>();
  const both = new Map<string, number>();
  for (const [place, cluster] of clusterOf.entries()) {
    clusters.set(cluster, (clusters.get(cluster) ?? 0) + 1);
    const pattern = patternOf[place];
    if (pattern === undefined) continue;
    patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
    const key = `${cluster} ${pattern}`;
    both.set(key, (both.get(key) ?? 0) + 1);
  }
  const right = sum(both.values());
  const claimed = sum(clusters.values());
  return {
    precision: claimed === 0 ? 1 : right / claimed,
    recall: right / sum(patterns.values()),
  };
};
