import type { ToldSentence } from '#core/knowledge/extractive/told-sentence.ts';

/** Sentences of solutions, each of a case and a customer of its own; a test names only the fields it is about. */
export const toldSentences = (
  texts: readonly string[],
  overrides: Partial<ToldSentence> = {},
): readonly ToldSentence[] =>
  texts.map((text, n) => ({
    quote: text,
    text,
    ordinal: undefined,
    log: false,
    caseId: `case-${n + 1}`,
    teller: `customer-${n + 1}`,
    part: 'solution',
    stage: 'resolution',
    place: 0,
    votes: { diagnosis: 0, cause: 0, fix: 0, verification: 0 },
    ...overrides,
  }));
