import type { KeywordVector } from './keyword-vectors.ts';

/** Two texts and the cosine of their vectors. */
export type Edge = { readonly a: number; readonly b: number; readonly cosine: number };

type Index = Map<number, { readonly text: number; readonly weight: number }[]>;

const addPostings = (sums: Float64Array, postings: ReturnType<Index['get']>, weight: number): void => {
  for (const posting of postings ?? [])
    sums[posting.text] = (sums[posting.text] ?? 0) + posting.weight * weight;
};

/** Every pair of texts whose cosine is at least `least`, by an inverted index; the closest first. */
export const edgesAbove = (vectors: readonly KeywordVector[], least: number): readonly Edge[] => {
  const index: Index = new Map();
  const edges: Edge[] = [];
  const sums = new Float64Array(vectors.length);
  for (const [b, vector] of vectors.entries()) {
    sums.fill(0, 0, b);
    for (const [word, weight] of vector) addPostings(sums, index.get(word), weight);
    for (let a = 0; a < b; a += 1) {
      const cosine = sums[a] ?? 0;
      if (cosine >= least) edges.push({ a, b, cosine });
    }
    for (const [word, weight] of vector) {
      const postings = index.get(word);
      if (postings === undefined) index.set(word, [{ text: b, weight }]);
      else postings.push({ text: b, weight });
    }
  }
  return edges.toSorted((one, other) => other.cosine - one.cosine);
};
