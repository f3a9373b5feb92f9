import type { Evidence } from '#core/knowledge/evidence.ts';
import { fitEvidence, type ShownCase } from './fit-evidence.ts';
import { marksOf, type Marks } from './marks.ts';
import { SYSTEM_PROMPT } from './system-prompt.ts';
import { tokensOf } from './tokens-of.ts';

/** Tokens of case texts in a prompt: 40 short cases, or 4 of the longest. Far below where a model charges long prompts more (100,000). */
export const MOST_EVIDENCE_TOKENS = 24_000;

/** What a model is asked, and the cases behind the labels in it. */
export type ArticlePrompt = {
  readonly system: string;
  readonly user: string;
  readonly shown: readonly ShownCase[];
  /** About how many tokens of input it is. */
  readonly tokens: number;
};

/** What the form of the answer takes of the input, which the service adds. */
const FORM_TOKENS = 400;

const marked = (
  { label, product, texts }: ShownCase,
  { around, field: fieldMark, harmless }: Marks,
): string =>
  [
    around(`case ${label}`),
    ...(product === undefined ? [] : [fieldMark('product'), harmless(product)]),
    ...texts.flatMap(({ field, body }) => [fieldMark(field), harmless(body)]),
    around(`end ${label}`),
  ].join('\n');

/**
 * Asks for an article about the evidence, of which as much is shown as fits. `fault` says in our own words what was
 * wrong with an answer before.
 */
export const articlePrompt = (
  evidence: Evidence,
  { mostTokens = MOST_EVIDENCE_TOKENS, fault }: { mostTokens?: number; fault?: string | undefined } = {},
): ArticlePrompt => {
  const shown = fitEvidence(evidence, mostTokens);
  const marks = marksOf(evidence.hash);
  const user = [
    `${shown.length} of ${evidence.size} cases that share one problem:`,
    ...shown.map((one) => marked(one, marks)),
    'Write the article about the problem that they share, in the given form, with a quote for each source.',
    ...(fault === undefined ? [] : [`An answer before could not be used: ${fault}.`]),
  ].join('\n\n');
  return {
    system: SYSTEM_PROMPT,
    user,
    shown,
    tokens: tokensOf(SYSTEM_PROMPT) + tokensOf(user) + FORM_TOKENS,
  };
};
