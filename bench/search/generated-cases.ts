import { CaseContent } from '#contracts/case.ts';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const at = <Value>(values: readonly Value[], position: number): Value => {
  const value = values[Math.min(values.length - 1, Math.floor(position))];
  if (value === undefined) throw new Error('nothing to choose from');
  return value;
};

const TOPICS = 60;
const TOPIC_WORDS = 120;
/** Share of a text's words that come from its topic; the rest is common language. */
const TOPICAL = 0.35;

/**
 * Cases with the statistics of real tickets: words by Zipf's law, so that the commonest stand in nearly all of them;
 * lengths log-normal around 45 words, at most 1,500; titles of 2 to 9 words; a code in every fifth.
 */
export const generatedCases = (words: readonly string[], seed: number) => {
  const random = seeded(seed);
  // The inverse of Zipf's distribution function with exponent 1.
  const zipf = (values: readonly string[]): string => at(values, values.length ** random() - 1);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const topics = Array.from({ length: TOPICS }, () =>
    Array.from({ length: TOPIC_WORDS }, () => at(words, random() * words.length)),
  );
  const word = (topic: readonly string[]): string => (random() < TOPICAL ? zipf(topic) : zipf(words));
  const text = (topic: readonly string[], length: number): string =>
    Array.from({ length }, () => word(topic)).join(' ');
  const code = (): string => `ERR-${1000 + Math.floor(random() * 9000)}`;

  return {
    /** One more case. */
    next(): CaseContent {
      const topic = at(topics, random() * TOPICS);
      const length = Math.min(1_500, Math.max(5, Math.round(Math.exp(3.8 + 0.8 * normal()))));
      const said = text(topic, length);
      return CaseContent.parse({
        title: text(topic, 2 + Math.floor(random() * 8)),
        description: random() < 0.2 ? `${said} ${code()}` : said,
        resolution: random() < 0.6 ? text(topic, 10 + Math.floor(random() * 40)) : undefined,
        category: `category-${Math.floor(random() * 12)}`,
        status: random() < 0.5 ? 'open' : 'closed',
      });
    },
    /** What a person might ask: 2 to 9 words on a topic, common ones among them, sometimes a code. */
    query(): string {
      const asked = text(at(topics, random() * TOPICS), 2 + Math.floor(random() * 8));
      return random() < 0.1 ? `${asked} ${code()}` : asked;
    },
  };
};
