import {
  ConverseCommand,
  ModelErrorException,
  ModelTimeoutException,
  type BedrockRuntimeClient,
} from '@aws-sdk/client-bedrock-runtime';
import { decorrelatedJitterGenerator, ExponentialBackoff, handleType, retry } from 'cockatiel';
import { DraftUnusable } from '#core/knowledge/draft-unusable.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import {
  articlePrompt,
  MOST_EVIDENCE_TOKENS,
  type ArticlePrompt,
} from '#core/knowledge/prompt/article-prompt.ts';
import { draftOfWritten } from '#core/knowledge/prompt/draft-of-written.ts';
import { PROMPT_VERSION } from '#core/knowledge/prompt/prompt-version.ts';
import { costOf, type WriterTerms } from '#core/knowledge/prompt/writer-terms.ts';
import type { ArticleWriter, Writing } from '#core/ports/article-writer.ts';
import { converseFault, saysTooLong } from './converse-fault.ts';
import { readReply, type ReadReply, type Usage } from './converse-reply.ts';
import { converseRequest } from './converse-request.ts';
import type { WriterDialect } from './writer-dialects.ts';

/** What a writer on Bedrock is made with. */
export type ConverseWriter = {
  readonly client: BedrockRuntimeClient;
  /** Of an inference profile, e.g. `global.anthropic.claude-haiku-5-5`. */
  readonly modelId: string;
  readonly dialect: WriterDialect;
  readonly terms: WriterTerms;
  /** For one draft, all tries together. */
  readonly millisecondsADraft: number;
};

type Tokens = { readonly input: number; readonly output: number };
type Try = { readonly mostTokens: number; readonly cap: number; readonly fault: string | undefined };
/** One call; `paid` tells that one before it was charged. */
type Asking = { readonly prompt: ArticlePrompt; readonly cap: number; readonly paid: boolean };
type Asked = { readonly reply: ReadReply; readonly usage: Usage };

/** Of what a model says itself that it may pass; the SDK tries throttling and faults of the service again. */
const retrying = retry(handleType(ModelTimeoutException).orType(ModelErrorException), {
  maxAttempts: 1,
  backoff: new ExponentialBackoff({
    generator: decorrelatedJitterGenerator,
    initialDelay: 200,
    maxDelay: 2_000,
  }),
});

const TOO_LONG: Asked = {
  reply: { kind: 'unusable', unusable: 'cut_short', fault: 'there was too much to read' },
  usage: { input: 0, output: 0 },
};
const GARBLED: ReadReply = { kind: 'unusable', unusable: 'malformed', fault: 'it was no JSON' };

/** What is asked the second time: less evidence where the first was cut short. */
const again = ({ mostTokens }: Try, cap: number, reply: Extract<ReadReply, { kind: 'unusable' }>): Try => ({
  mostTokens: reply.unusable === 'cut_short' ? Math.floor(mostTokens / 2) : mostTokens,
  cap,
  fault: reply.fault,
});

/**
 * Articles written by a model of Bedrock over Converse: one call, and another where the first answer was cut off, empty
 * or of another form. Temperature 0 where the model takes one; the answer is held to a schema and parsed all the same.
 */
export const converseArticleWriter = (writer: ConverseWriter): ArticleWriter => {
  const { client, modelId, dialect, terms, millisecondsADraft } = writer;
  const model = terms.writer;

  const ask = async ({ prompt, cap, paid }: Asking, signal: AbortSignal): Promise<Asked> => {
    const request = converseRequest({ modelId, dialect, prompt, mostTokens: cap });
    try {
      const answer = await retrying.execute(() =>
        client.send(new ConverseCommand(request), { abortSignal: signal }),
      );
      return readReply(answer);
    } catch (error) {
      if (saysTooLong(error)) return TOO_LONG;
      // The words of the parser repeat the answer, and with it the customers.
      if (error instanceof SyntaxError) return { reply: GARBLED, usage: undefined };
      throw converseFault(error, modelId, paid);
    }
  };

  const write = async (evidence: Evidence): Promise<Writing> => {
    const signal = AbortSignal.timeout(millisecondsADraft);
    const [first, second] = dialect.mostTokens;
    let spent: Tokens = { input: 0, output: 0 };
    const attempt = async (asked: Try) => {
      const prompt = articlePrompt(evidence, asked);
      const { reply, usage } = await ask({ prompt, cap: asked.cap, paid: spent.output > 0 }, signal);
      // What nobody counted is charged as it was estimated, and as long as it may have been.
      const { input, output } = usage ?? { input: prompt.tokens, output: asked.cap };
      spent = { input: spent.input + input, output: spent.output + output };
      return { reply, prompt };
    };

    const start: Try = { mostTokens: MOST_EVIDENCE_TOKENS, cap: first, fault: undefined };
    let { reply, prompt } = await attempt(start);
    if (reply.kind === 'unusable' && reply.unusable !== 'withheld') {
      ({ reply, prompt } = await attempt(again(start, second, reply)));
    }
    const what = { model, promptVersion: PROMPT_VERSION, tokens: spent, costMicroUsd: costOf(terms, spent) };
    if (reply.kind === 'unusable') throw new DraftUnusable(reply.unusable, what);
    return { draft: draftOfWritten(reply.article, prompt.shown, evidence), ...what };
  };

  return { name: `${model}.prompt-${PROMPT_VERSION}`, write };
};
