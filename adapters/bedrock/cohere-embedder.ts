import pLimit from 'p-limit';
import * as z from 'zod';
import { embedWhatSpeaks } from '#core/embedding/embed-what-speaks.ts';
import { shortened } from '#core/embedding/shortened.ts';
import { textBatches } from '#core/embedding/text-batches.ts';
import { unitVector } from '#core/embedding/unit-vector.ts';
import type { Embedder, EmbeddingUse } from '#core/ports/embedder.ts';
import { BUDGET, CHARACTERS_A_TOKEN, MOST_CHARACTERS, type BedrockModel } from './bedrock-model.ts';
import { bedrockModelName } from './bedrock-model-name.ts';
import { invokeModel } from './invoke-model.ts';

/** Embed v4 takes 96 texts a call; the characters keep a call at some 100,000 tokens and its answer in time. */
const BATCH = { mostTexts: 96, mostCharacters: 400_000 };
/** Calls on the way at once, of one function. */
const AT_ONCE = 4;

const INPUT_TYPE: Readonly<Record<EmbeddingUse['purpose'], string>> = {
  passage: 'search_document',
  query: 'search_query',
};

/** With one embedding type asked for, the answer may name it or not. */
const Answer = z
  .object({
    embeddings: z.union([
      z.array(z.array(z.number())),
      z.object({ float: z.array(z.array(z.number())) }).transform(({ float }) => float),
    ]),
  })
  .transform(({ embeddings }) => embeddings);

/** A text as it is sent, and whether that is its beginning only. */
type Sent = { readonly text: string; readonly cut: boolean };

/** Cohere Embed v4 on Bedrock: up to 96 texts a call, queries and passages apart. */
export const cohereEmbedder = ({ client, modelId, dimensions, meter }: BedrockModel): Embedder => {
  const model = bedrockModelName('cohere-v4', dimensions);
  const limit = pLimit(AT_ONCE);

  const embedBatch = async (batch: readonly Sent[], use: EmbeddingUse, signal: AbortSignal) => {
    const texts = batch.map(({ text }) => text);
    const { answer, tokens } = await invokeModel(client, {
      modelId,
      body: {
        input_type: INPUT_TYPE[use.purpose],
        texts,
        embedding_types: ['float'],
        output_dimension: dimensions,
        truncate: 'NONE',
      },
      answer: Answer,
      signal,
    });
    meter.used({
      tenant: use.tenant,
      model,
      texts: texts.length,
      tokens: tokens ?? Math.ceil(texts.join('').length / CHARACTERS_A_TOKEN),
      shortened: batch.filter(({ cut }) => cut).length,
    });
    if (answer.length !== texts.length) {
      throw new Error(`${modelId} gave ${answer.length} vectors for ${texts.length} texts`);
    }
    return answer.map((values) => unitVector(values, dimensions));
  };

  return {
    model,
    dimensions,
    embed: (texts, use) => {
      const signal = AbortSignal.timeout(BUDGET[use.purpose]);
      return embedWhatSpeaks(texts, dimensions, async (speaking) => {
        const sent = speaking.map((text) => ({
          text: shortened(text, MOST_CHARACTERS),
          cut: text.length > MOST_CHARACTERS,
        }));
        const batches = textBatches(sent, BATCH);
        return (
          await Promise.all(batches.map((batch) => limit(() => embedBatch(batch, use, signal))))
        ).flat();
      });
    },
  };
};
