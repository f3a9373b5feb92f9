/** The value that a share (0 to 1) of all values does not exceed (nearest rank); null where there are none. */
export const nearestRank = (values: readonly number[], share: number): number | null =>
  values.toSorted((one, other) => one - other)[Math.max(0, Math.ceil(share * values.length) - 1)] ?? null;
