import type { Embedder } from '#core/ports/embedder.ts';

/** An embedder whose dimensions are the words it knows; any other word says nothing to it. Counts its calls. */
export const knownWordsEmbedder = (...known: readonly string[]): Embedder & { readonly texts: string[] } => {
  const texts: string[] = [];
  const embedOne = (text: string): Float32Array => {
    const words = text.toLowerCase().match(/\w+/g) ?? [];
    const counts = known.map((word) => words.filter((own) => own === word).length);
    const length = Math.hypot(...counts);
    return new Float32Array(counts.map((count) => (length > 0 ? count / length : 0)));
  };
  return {
    model: 'known-words',
    dimensions: known.length,
    texts,
    async embed(all) {
      texts.push(...all);
      return all.map(embedOne);
    },
  };
};
