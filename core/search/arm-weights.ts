/** The shares of the two arms in a fused score; their sum is 1. */
export type ArmWeights = { readonly keyword: number; readonly vector: number };

/**
 * The vector's share where the caller names none, for the static table when only the top of each list is fused
 * (docs/adr/0031-fusion-in-core.md).
 */
const DEFAULT_VECTOR = 0.3;

/** The weights of a request, scaled to a sum of 1. */
export const armWeights = (
  wanted: ArmWeights = { keyword: 1 - DEFAULT_VECTOR, vector: DEFAULT_VECTOR },
): ArmWeights => {
  const sum = wanted.keyword + wanted.vector;
  return { keyword: wanted.keyword / sum, vector: wanted.vector / sum };
};
