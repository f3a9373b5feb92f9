import { ValidationException } from '@aws-sdk/client-bedrock-runtime';
import pLimit from 'p-limit';
import * as z from 'zod';
import { embedWhatSpeaks } from '#core/embedding/embed-what-speaks.ts';
import { shortened } from '#core/embedding/shortened.ts';
import { unitVector } from '#core/embedding/unit-vector.ts';
import type { Embedder, EmbeddingUse } from '#core/ports/embedder.ts';
import { BUDGET, MOST_CHARACTERS, type BedrockModel } from './bedrock-model.ts';
import { bedrockModelName } from './bedrock-model-name.ts';
import { invokeModel } from './invoke-model.ts';

/** Calls on the way at once, of one function: each takes one text. */
const AT_ONCE = 8;
/** Titan reads 8,192 tokens; a text of so few characters that is refused is refused for something else. */
const SURELY_SHORT = 2_000;

const Answer = z.object({ embedding: z.array(z.number()), inputTextTokenCount: z.int().min(0) });
type Answer = z.infer<typeof Answer>;

const saysTooLong = (error: unknown): boolean =>
  error instanceof ValidationException && /token|too long|length/i.test(error.message);

/** Amazon Titan Text Embeddings v2 on Bedrock: one text a call, a bounded number of calls at once. */
export const titanEmbedder = ({ client, modelId, dimensions, meter }: BedrockModel): Embedder => {
  const model = bedrockModelName('titan-v2', dimensions);
  const limit = pLimit(AT_ONCE);

  /** Only the service can count its tokens: what it finds too long is halved until it does not. */
  const invoke = async (text: string, signal: AbortSignal): Promise<{ answer: Answer; sent: string }> => {
    try {
      const { answer } = await invokeModel(client, {
        modelId,
        body: { inputText: text, dimensions, normalize: true },
        answer: Answer,
        signal,
      });
      return { answer, sent: text };
    } catch (error) {
      if (!saysTooLong(error) || text.length <= SURELY_SHORT) throw error;
      return invoke(shortened(text, Math.ceil(text.length / 2)), signal);
    }
  };

  const embedOne = async (text: string, { tenant }: EmbeddingUse, signal: AbortSignal) => {
    const { answer, sent } = await invoke(shortened(text, MOST_CHARACTERS), signal);
    meter.used({
      tenant,
      model,
      texts: 1,
      tokens: answer.inputTextTokenCount,
      shortened: sent.length < text.length ? 1 : 0,
    });
    return unitVector(answer.embedding, dimensions);
  };

  return {
    model,
    dimensions,
    embed: (texts, use) => {
      const signal = AbortSignal.timeout(BUDGET[use.purpose]);
      return embedWhatSpeaks(texts, dimensions, (speaking) =>
        Promise.all(speaking.map((text) => limit(() => embedOne(text, use, signal)))),
      );
    },
  };
};
