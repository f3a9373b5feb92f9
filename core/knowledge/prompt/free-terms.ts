import type { WriterTerms } from './writer-terms.ts';

/** The terms of the extractive writer: it arranges sentences, on our own processor. */
export const FREE_TERMS: WriterTerms = {
  writer: 'extractive',
  microUsdPerToken: { input: 0, output: 0 },
  outputTokens: { typical: 0, most: 0 },
  secondsADraft: 0.1,
};
