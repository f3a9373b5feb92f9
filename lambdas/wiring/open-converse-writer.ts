import * as z from 'zod';
import { bedrockClient } from '#adapters/bedrock/bedrock-client.ts';
import { converseArticleWriter } from '#adapters/bedrock/converse-article-writer.ts';
import { WRITER_DIALECTS } from '#adapters/bedrock/writer-dialects.ts';
import type { WriterModel } from '#contracts/writer-name.ts';
import type { ArticleWriter } from '#core/ports/article-writer.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import { writerTerms } from './writer-terms.ts';

/** Tries of one call, by the SDK: a model that hangs hangs again. */
const MOST_TRIES = 3;
/** A draft may take as long as two tries, whatever it does with them; the function that writes must live longer. */
const TRIES_A_DRAFT = 2;
const MILLISECONDS = 1_000;

/** Opens a model of Bedrock as writer of articles; what it imports is no part of an artefact that needs no model. */
export const openConverseWriter = (model: WriterModel): ArticleWriter => {
  const env = readEnv({ WRITER_MODEL_ID: z.string(), WRITER_REGION: z.string() });
  const dialect = WRITER_DIALECTS[model];
  const millisecondsATry = dialect.secondsATry * MILLISECONDS;
  return converseArticleWriter({
    client: bedrockClient(env.WRITER_REGION, { millisecondsATry, maxAttempts: MOST_TRIES }),
    modelId: env.WRITER_MODEL_ID,
    dialect,
    terms: writerTerms(),
    millisecondsADraft: millisecondsATry * TRIES_A_DRAFT,
  });
};
