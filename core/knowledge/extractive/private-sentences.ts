import type { Evidence, EvidenceCase } from '#core/knowledge/evidence.ts';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import type { ToldSentence } from './told-sentence.ts';

/** Names shorter than this are found in other words. */
const LEAST_NAME = 3;

/**
 * Tells which sentences name a person or a customer, so that an article does without them. Who is named anywhere in a
 * case is known in all its sentences; customers are known by the pattern.
 */
export const privateSentences = (evidence: Evidence): ((sentence: ToldSentence) => boolean) => {
  const people = new Map(evidence.cases.map((one) => [one.id, peopleIn(one)]));
  const customers = [
    ...new Set(evidence.cases.flatMap(({ customer }) => customer?.toLowerCase() ?? [])),
  ].filter(({ length }) => length >= LEAST_NAME);
  return ({ caseId, quote }) => {
    const lower = quote.toLowerCase();
    return (
      customers.some((name) => holdsName(lower, name)) ||
      findPersonalData(quote, { names: people.get(caseId) ?? [] }).length > 0
    );
  };
};

const WORD_PART = /[\p{L}\p{M}\d]/u;

/** Whether a name stands in a text by itself, not inside a longer word. */
const holdsName = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [before, after] = [text[at - 1] ?? ' ', text[at + name.length] ?? ' '];
    if (!WORD_PART.test(before) && !WORD_PART.test(after)) return true;
  }
  return false;
};

const peopleIn = ({ texts, people = [] }: EvidenceCase): readonly string[] => {
  const named = texts.flatMap(({ body }) =>
    findPersonalData(body, { names: people })
      .filter(({ kind }) => kind === 'name' || kind === 'email')
      .map(({ start, end }) => body.slice(start, end)),
  );
  return [...new Set([...people, ...named])];
};
