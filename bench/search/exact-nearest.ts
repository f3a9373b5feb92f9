/** The numbers of the nearest vectors by cosine, nearest first, by looking at each: what approximate answers are measured against. */
export const exactNearest = (
  vectors: Float32Array,
  query: Float32Array,
  most: number,
  accepts: (number: number) => boolean,
): readonly number[] => {
  const dimensions = query.length;
  const scored: { readonly number: number; readonly score: number }[] = [];
  for (let number = 0; number < vectors.length / dimensions; number += 1) {
    if (!accepts(number)) continue;
    let score = 0;
    for (let n = 0; n < dimensions; n += 1)
      score += (vectors[number * dimensions + n] ?? 0) * (query[n] ?? 0);
    scored.push({ number, score });
  }
  return scored
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ number }) => number);
};
