import { extractiveWriter } from '#adapters/embedded/extractive-writer.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';

/** A writer that costs money, and writes what the extractive one does. */
export const aModelWriter = (costMicroUsd: number): ArticleWriter => {
  const inner = extractiveWriter();
  return {
    name: 'model/1',
    async write(evidence) {
      const writing = await inner.write(evidence);
      return { ...writing, model: 'model', tokens: { input: 900, output: 300 }, costMicroUsd };
    },
  };
};
