import type { Embedder } from '#core/ports/embedder.ts';
import type { Passage } from '#core/search/passage.ts';
import type { DraftPassage } from './passage-of-case.ts';
import { weightedVector } from './weighted-vector.ts';

/** Embeds passages, texts and titles in one call. */
export const embedPassages = async (
  embedder: Embedder,
  drafts: readonly DraftPassage[],
): Promise<readonly Passage[]> => {
  if (drafts.length === 0) return [];
  const nothing = new Float32Array(embedder.dimensions);
  const vectors = await embedder.embed([
    ...drafts.map(({ text }) => text),
    ...drafts.map(({ title }) => title ?? ''),
  ]);
  return drafts.map((draft, n) => ({
    ...draft,
    vector: weightedVector(vectors[n] ?? nothing, vectors[drafts.length + n] ?? nothing),
  }));
};
