import type { WriterSettings } from '#config/writer-settings.ts';
import type { WriterModel } from '#contracts/writer-name.ts';
import { callableModel } from './callable-model.ts';
import type { ModelAccess } from './model-access.ts';

/** Ids of models without the profile, as CDK and the model catalogue know them. */
const MODEL_IDS: Readonly<Record<WriterModel, string>> = {
  'claude-haiku-5-5': 'anthropic.claude-haiku-5-5',
  'claude-sonnet-5-5': 'anthropic.claude-sonnet-5-5',
  'claude-opus-5-5': 'anthropic.claude-opus-5-5',
  'claude-haiku-4-5': 'anthropic.claude-haiku-4-5-20251001-v1:0',
  'nova-2-lite': 'amazon.nova-2-lite-v1:0',
};

/** What a function needs to know of the writer to tell what it costs. */
export const writerTermsEnv = (writer: WriterSettings): Readonly<Record<string, string>> =>
  writer.name === 'extractive'
    ? { ARTICLE_WRITER: writer.name }
    : {
        ARTICLE_WRITER: writer.name,
        WRITER_USD_PER_MILLION_INPUT: String(writer.usdPerMillionTokens.input),
        WRITER_USD_PER_MILLION_OUTPUT: String(writer.usdPerMillionTokens.output),
      };

/** What a function needs to have articles written. */
export const writerAccess = (writer: WriterSettings, account: string): ModelAccess => {
  const terms = writerTermsEnv(writer);
  if (writer.name === 'extractive') return { env: terms, callable: [] };
  const { name, profile, region, routedTo } = writer;
  const modelId = `${profile}.${MODEL_IDS[name]}`;
  return {
    env: { ...terms, WRITER_MODEL_ID: modelId, WRITER_REGION: region },
    callable: callableModel(modelId, { region, account, routedTo }),
  };
};
