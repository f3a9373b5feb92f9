/** A part's vector and what it counts. */
export type WeighedVector = { readonly vector: Float32Array | undefined; readonly weight: number };

/** The weighed sum of vectors, of length 1; undefined where none says anything to the model. */
export const weightedVector = (parts: readonly WeighedVector[]): Float32Array | undefined => {
  const given = parts.flatMap(({ vector, weight }) => (vector && weight > 0 ? [{ vector, weight }] : []));
  const sum = new Float32Array(given[0]?.vector.length ?? 0).map((_, n) =>
    given.reduce((total, { vector, weight }) => total + weight * (vector[n] ?? 0), 0),
  );
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length > 0 ? sum.map((value) => value / length) : undefined;
};
