import * as z from 'zod';
import { WRITER_DIALECTS } from '#adapters/bedrock/writer-dialects.ts';
import { WriterName } from '#contracts/writer-name.ts';
import { FREE_TERMS } from '#core/knowledge/prompt/free-terms.ts';
import type { WriterTerms } from '#core/knowledge/prompt/writer-terms.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';

/** Tokens that a model writes a second, as a rule: estimated, to be measured on an account. */
const TOKENS_A_SECOND = 80;
/** Until the first of them. */
const SECONDS_BEFORE = 2;

const Price = z.coerce.number().positive();

/** What the writer of the setting ARTICLE_WRITER takes, by the prices in the settings. */
export const writerTerms = (): WriterTerms => {
  const { ARTICLE_WRITER: writer } = readEnv({ ARTICLE_WRITER: WriterName });
  if (writer === 'extractive') return FREE_TERMS;
  const env = readEnv({ WRITER_USD_PER_MILLION_INPUT: Price, WRITER_USD_PER_MILLION_OUTPUT: Price });
  const { mostTokens, typicalTokens } = WRITER_DIALECTS[writer];
  return {
    writer,
    microUsdPerToken: {
      input: env.WRITER_USD_PER_MILLION_INPUT,
      output: env.WRITER_USD_PER_MILLION_OUTPUT,
    },
    outputTokens: { typical: typicalTokens, most: mostTokens[0] + mostTokens[1] },
    secondsADraft: SECONDS_BEFORE + typicalTokens / TOKENS_A_SECOND,
  };
};
