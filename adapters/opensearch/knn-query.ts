import type { Clause } from './in-scope.ts';

/** The nearest `most` passages to a vector among those that meet the filter, which is looked at while searching, not after. */
export const knnQuery = (vector: Float32Array, filter: readonly Clause[], most: number): Clause => ({
  knn: { vector: { vector: [...vector], k: most, filter: { bool: { filter } } } },
});

/** The cosine behind a score of the space `cosinesimil`, which is (1 + cosine) / 2. */
export const cosineOfScore = (score: number): number => 2 * score - 1;
