import type { ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import type { ArticlePrompt } from '#core/knowledge/prompt/article-prompt.ts';
import { ARTICLE_SCHEMA } from './article-form.ts';
import type { WriterDialect } from './writer-dialects.ts';

const NAME = 'article';
const DESCRIPTION = 'The knowledge article';

type Form = Pick<ConverseCommandInput, 'outputConfig' | 'toolConfig'>;

const schemaForm = (thinking: WriterDialect['thinking']): Form => ({
  outputConfig: {
    textFormat: {
      type: 'json_schema',
      structure: {
        jsonSchema: { name: NAME, description: DESCRIPTION, schema: JSON.stringify(ARTICLE_SCHEMA) },
      },
    },
    ...(thinking === 'low' && { effort: 'low' }),
  },
});

/** The only tool there is, and it does nothing: its input is the answer. */
const TOOL_FORM: Form = {
  toolConfig: {
    tools: [{ toolSpec: { name: NAME, description: DESCRIPTION, inputSchema: { json: ARTICLE_SCHEMA } } }],
    toolChoice: { tool: { name: NAME } },
  },
};

type Request = {
  readonly modelId: string;
  readonly dialect: WriterDialect;
  readonly prompt: Pick<ArticlePrompt, 'system' | 'user'>;
  readonly mostTokens: number;
};

/** What is sent to Converse to have an article written. */
export const converseRequest = ({ modelId, dialect, prompt, mostTokens }: Request): ConverseCommandInput => ({
  modelId,
  system: [{ text: prompt.system }],
  messages: [{ role: 'user', content: [{ text: prompt.user }] }],
  inferenceConfig: {
    maxTokens: mostTokens,
    ...(dialect.temperature !== undefined && { temperature: dialect.temperature }),
  },
  ...(dialect.thinking === 'off' && { additionalModelRequestFields: { thinking: { type: 'disabled' } } }),
  ...(dialect.form === 'schema' ? schemaForm(dialect.thinking) : TOOL_FORM),
});
