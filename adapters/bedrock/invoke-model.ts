import { InvokeModelCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod';

/** Where Bedrock says how many tokens it counted. */
const TOKENS_HEADER = 'x-amzn-bedrock-input-token-count';
const Headed = z.object({ headers: z.record(z.string(), z.string()) });

/** One call of a model: `body` becomes JSON, the answer is parsed by `answer`. */
export type Invocation<Answer> = {
  readonly modelId: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
  readonly signal: AbortSignal;
};

/** Neither the parser's words nor the body get into the error: answers repeat the texts of customers. */
const parsed = <Answer>(modelId: string, answer: z.ZodType<Answer>, text: string): Answer => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Error(`${modelId} answered ${text.length} characters that are no JSON`);
  }
  const result = answer.safeParse(json);
  if (result.success) return result.data;
  const where = result.error.issues.slice(0, 3).map(({ path, code }) => `${path.join('.')}: ${code}`);
  throw new Error(`${modelId} answered in another form: ${where.join('; ')}`);
};

/** Calls a model of Bedrock by InvokeModel; answers with the tokens that the service counted, if it says so. */
export const invokeModel = async <Answer>(
  client: BedrockRuntimeClient,
  { modelId, body, answer, signal }: Invocation<Answer>,
): Promise<{ readonly answer: Answer; readonly tokens: number | undefined }> => {
  let tokens: number | undefined;
  const command = new InvokeModelCommand({
    modelId,
    contentType: 'application/json',
    accept: 'application/json',
    body: JSON.stringify(body),
  });
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const counted = Headed.safeParse(result.response).data?.headers[TOKENS_HEADER];
      if (counted !== undefined) tokens = Number(counted);
      return result;
    },
    { step: 'deserialize', name: 'readTokenCount' },
  );
  const { body: bytes } = await client.send(command, { abortSignal: signal });
  return { answer: parsed(modelId, answer, new TextDecoder().decode(bytes)), tokens };
};
