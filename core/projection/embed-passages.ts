import type { Embedder } from '#core/ports/embedder.ts';
import type { Passage } from '#core/search/passage.ts';
import type { DraftPassage } from './draft-passage.ts';
import { VECTOR_WEIGHTS } from './vector-weights.ts';
import { weightedVector } from './weighted-vector.ts';

/** Embeds passages of one tenant, texts, titles and summaries in one call. */
export const embedPassages = async (
  embedder: Embedder,
  tenant: string,
  drafts: readonly DraftPassage[],
): Promise<readonly Passage[]> => {
  if (drafts.length === 0) return [];
  const summaries = drafts.flatMap(({ summary }) => (summary === undefined ? [] : [summary]));
  const vectors = await embedder.embed(
    [...drafts.map(({ text }) => text), ...drafts.map(({ title }) => title ?? ''), ...summaries],
    { tenant, purpose: 'passage' },
  );
  let next = 2 * drafts.length;
  return drafts.map((draft, n) => {
    const weights = VECTOR_WEIGHTS[draft.kind];
    const summary = draft.summary === undefined ? undefined : vectors[next++];
    return {
      ...draft,
      vector: weightedVector([
        { vector: vectors[n], weight: weights.text },
        { vector: vectors[drafts.length + n], weight: weights.title },
        { vector: summary, weight: weights.summary },
      ]),
    };
  });
};
