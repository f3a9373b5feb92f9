import type { Evidence } from '#core/knowledge/evidence.ts';
import { chooseStatements } from './choose-statements.ts';
import { ofOneTeller } from './of-one-teller.ts';
import { privateSentences } from './private-sentences.ts';
import type { ReadPattern } from './read-pattern.ts';

/** The title by which most cases call their problem; undefined where each names a person or a customer. */
export const shownTitle = (evidence: Evidence, { titles, cases }: ReadPattern): string | undefined => {
  const taste = { isPrivate: privateSentences(evidence), isOfOneTeller: ofOneTeller(cases) };
  return chooseStatements(titles, 1, taste, new Set())[0]?.sentence.text;
};
