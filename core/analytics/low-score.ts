import type { SearchAnswer } from '#contracts/search.ts';

/** Raw scores below which the best hit is no good answer: the share of the query's idf that it covers, and its cosine. */
type Thresholds = { readonly keyword: number; readonly vector: number };

/** Cosines mean something else in each model; docs/adr/0112 tells how these were found. */
const BY_MODEL: readonly (readonly [name: string, thresholds: Thresholds])[] = [
  ['static-en-', { keyword: 0.4, vector: 0.45 }],
];
/** A model that nobody measured yet is judged by its words only. */
const UNMEASURED: Thresholds = { keyword: 0.4, vector: 1 };

const thresholdsOf = (model: string): Thresholds =>
  BY_MODEL.find(([name]) => model.startsWith(name))?.[1] ?? UNMEASURED;

/** Whether a search found something, yet no hit is good by its words or by its meaning. */
export const isLowScore = ({ results, model }: Pick<SearchAnswer, 'results' | 'model'>): boolean => {
  const { keyword, vector } = thresholdsOf(model);
  return (
    results.length > 0 &&
    results.every(({ scores }) => (scores.keyword ?? 0) < keyword && (scores.vector ?? 0) < vector)
  );
};
