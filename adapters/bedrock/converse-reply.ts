import * as z from 'zod';
import type { UnusableCause } from '#core/knowledge/draft-unusable.ts';
import type { WrittenArticle } from '#core/knowledge/prompt/written-article.ts';
import { ArticleForm } from './article-form.ts';

const Block = z.object({
  text: z.string().optional(),
  toolUse: z.object({ input: z.unknown() }).optional(),
});
const Reply = z.object({
  stopReason: z.string(),
  output: z.object({ message: z.object({ content: z.array(Block) }) }).optional(),
  usage: z.object({ inputTokens: z.int().min(0), outputTokens: z.int().min(0) }).optional(),
});

/** What a reply is worth: an article, or why there is none; `fault` says in our words what was wrong. */
export type ReadReply =
  | { readonly kind: 'article'; readonly article: WrittenArticle }
  | { readonly kind: 'unusable'; readonly unusable: UnusableCause; readonly fault: string };

/** What a service counted; undefined where it did not. */
export type Usage = { readonly input: number; readonly output: number } | undefined;

const unusable = (cause: UnusableCause, fault: string): ReadReply => ({
  kind: 'unusable',
  unusable: cause,
  fault,
});

const CUT = new Set(['max_tokens', 'model_context_window_exceeded']);
const GARBLED = new Set(['malformed_model_output', 'malformed_tool_use']);
const WHOLE = new Set(['end_turn', 'tool_use', 'stop_sequence']);

/** Neither the parser's words nor the text get into a fault: answers repeat the words of customers. */
const parsed = (answer: unknown): ReadReply => {
  const result = ArticleForm.safeParse(answer);
  if (!result.success) {
    const places = result.error.issues
      .slice(0, 3)
      .map(({ path, code }) => `${path.map(String).join('.')}: ${code}`);
    return unusable('malformed', `it had another form (${places.join('; ')})`);
  }
  return result.data.statements.length === 0
    ? unusable('empty', 'it had no statements')
    : { kind: 'article', article: result.data };
};

const fromText = (text: string): ReadReply => {
  if (text.trim() === '') return unusable('empty', 'it was empty');
  try {
    return parsed(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return unusable('malformed', 'it was no JSON');
    throw error;
  }
};

const judged = ({ stopReason, output }: z.infer<typeof Reply>): ReadReply => {
  if (CUT.has(stopReason))
    return unusable('cut_short', 'it was too long; write fewer and shorter statements');
  if (GARBLED.has(stopReason)) return unusable('malformed', 'it had another form');
  // Filters, guardrails, refusals, and what may be added to the list.
  if (!WHOLE.has(stopReason)) return unusable('withheld', 'it was withheld');
  const blocks = output?.message.content ?? [];
  const tool = blocks.find(({ toolUse }) => toolUse !== undefined)?.toolUse;
  return tool ? parsed(tool.input) : fromText(blocks.map(({ text = '' }) => text).join(''));
};

/** Reads what Converse answered, thoughts left aside. */
export const readReply = (answer: unknown): { readonly reply: ReadReply; readonly usage: Usage } => {
  const result = Reply.safeParse(answer);
  if (!result.success) return { reply: unusable('malformed', 'it had another form'), usage: undefined };
  const { usage } = result.data;
  return {
    reply: judged(result.data),
    usage: usage && { input: usage.inputTokens, output: usage.outputTokens },
  };
};
