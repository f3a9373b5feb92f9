import type { PassageKind } from '#core/search/passage.ts';

/** What the vector of each part of a passage counts in the passage's own. */
export type VectorWeights = { readonly title: number; readonly summary: number; readonly text: number };

/**
 * By kind. Of cases, half a title beside the text gave more than a better model did (models/README.md). Of articles,
 * whose title says the problem and whose text is long, as their words weigh (docs/adr/0061).
 */
export const VECTOR_WEIGHTS: Readonly<Record<PassageKind, VectorWeights>> = {
  case: { title: 0.5, summary: 0, text: 1 },
  article: { title: 3, summary: 2, text: 1 },
  document: { title: 0.5, summary: 0, text: 1 },
};
