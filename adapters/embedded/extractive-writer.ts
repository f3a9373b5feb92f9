import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import { RULES_VERSION } from '#core/knowledge/extractive/rules-version.ts';
import { writeExtract } from '#core/knowledge/extractive/write-extract.ts';
import type { ArticleWriter, Writing } from '#core/ports/article-writer.ts';

const MODEL = 'extractive';
const FREE: Omit<Writing, 'draft'> = {
  model: MODEL,
  promptVersion: RULES_VERSION,
  tokens: { input: 0, output: 0 },
  costMicroUsd: 0,
};

/** The article writer that arranges sentences of the cases, word for word: no model, no call, no cost. */
export const extractiveWriter = (): ArticleWriter => ({
  name: `${MODEL}.${RULES_VERSION}`,
  async write(evidence) {
    const draft = writeExtract(evidence);
    if (!draft) throw new DraftUnusable('empty', FREE);
    return { ...FREE, draft };
  },
});
