import type { ToldSentence } from './told-sentence.ts';

/** How many tellers say each of the words that are picked out of sentences; a teller who says one twice counts once. */
export const holdersOf = (
  sentences: readonly ToldSentence[],
  pick: (text: string) => readonly string[],
): ReadonlyMap<string, number> => {
  const holders = new Map<string, number>();
  for (const [, own] of Map.groupBy(sentences, ({ teller }) => teller)) {
    for (const word of new Set(own.flatMap(({ text }) => pick(text))))
      holders.set(word, (holders.get(word) ?? 0) + 1);
  }
  return holders;
};
