import type { Evidence } from '#core/knowledge/evidence.ts';
import { articlePrompt } from './article-prompt.ts';

/** What a writer takes, for estimates and budgets. */
export type WriterTerms = {
  /** The setting ARTICLE_WRITER. */
  readonly writer: string;
  /** Millionths of a US dollar a token, which is dollars a million tokens. */
  readonly microUsdPerToken: { readonly input: number; readonly output: number };
  readonly outputTokens: {
    /** What an article takes as a rule, with what the model thinks before. */
    readonly typical: number;
    /** The cap of all answers to one piece of evidence together. */
    readonly most: number;
  };
  /** About how long a draft takes. */
  readonly secondsADraft: number;
};

type Tokens = { readonly input: number; readonly output: number };

/** What so many tokens cost, in whole millionths of a dollar, rounded up. */
export const costOf = (
  { microUsdPerToken }: Pick<WriterTerms, 'microUsdPerToken'>,
  { input, output }: Tokens,
): number => Math.ceil(input * microUsdPerToken.input + output * microUsdPerToken.output);

/** A model is asked twice at most for one piece of evidence. */
const MOST_CALLS = 2;
/** Models count up to so many times the tokens of our estimate. */
const MOST_ERROR = 1.5;

/** The most that a draft of the evidence can cost; 0 where the writer is free. */
export const mostCostOf = (terms: WriterTerms, evidence: Evidence): number => {
  const { input, output } = terms.microUsdPerToken;
  if (input === 0 && output === 0) return 0;
  const tokens = {
    input: articlePrompt(evidence).tokens * MOST_ERROR * MOST_CALLS,
    output: terms.outputTokens.most,
  };
  return costOf(terms, tokens);
};
