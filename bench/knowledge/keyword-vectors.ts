import { contentWords } from '#samples/content-words.ts';

/** A text as its content words with their weights; the length is 1. */
export type KeywordVector = ReadonlyMap<number, number>;

/** How a word of `frequency` texts among `total` is weighed; nothing leaves it out. */
type Weigh = (frequency: number, total: number) => number | undefined;

/** TF-IDF over sets of content words: a word in one text says nothing about another and is left out. */
export const inverseFrequency: Weigh = (frequency, total) =>
  frequency < 2 ? undefined : Math.log(total / frequency);

/** Only words that fewer than one text in a hundred has. */
export const rareOnly: Weigh = (frequency, total) =>
  frequency < 2 || frequency > total / 100 ? undefined : Math.log(total / frequency);

/** Turns texts into vectors of their content words. */
export const keywordVectors = (texts: readonly string[], weigh: Weigh): readonly KeywordVector[] => {
  const words = texts.map(contentWords);
  const numbers = new Map<string, number>();
  const frequencies: number[] = [];
  for (const set of words)
    for (const word of set) {
      const number = numbers.get(word) ?? numbers.size;
      numbers.set(word, number);
      frequencies[number] = (frequencies[number] ?? 0) + 1;
    }
  return words.map((set) => {
    const weights = [...set].flatMap((word): [number, number][] => {
      const number = numbers.get(word) ?? 0;
      const weight = weigh(frequencies[number] ?? 0, texts.length);
      return weight === undefined ? [] : [[number, weight]];
    });
    const length = Math.hypot(...weights.map(([, weight]) => weight));
    return new Map(weights.map(([number, weight]) => [number, weight / length]));
  });
};
