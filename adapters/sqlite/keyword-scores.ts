import * as z from 'zod';
import type { Mirror } from './mirror/mirror.ts';
import type { QueryWords } from '#core/search/query-words.ts';
import type { TenantFile } from './tenant-file.ts';
import type { WeighedWord } from './weighed-words.ts';

/** BM25's constants as FTS5 has them: how soon repetitions stop to count, and how much length does. */
const [K1, B] = [1.2, 0.75];
/** FTS5's least weight, for a word in more than half of the passages. */
const LEAST_IDF = 1e-6;

/** What a word counts in each column: the weights of `rank` in schema.ts. */
const WEIGHT = "CASE col WHEN 'text' THEN 1 WHEN 'summary' THEN 2 ELSE 3 END";
/** Each place of a word as passage × 4 + weight, as one JSON text: a row each would cost three times as much. */
const WORD_PLACES = `SELECT json_group_array(doc * 4 + ${WEIGHT}) AS places FROM word_place WHERE term = ?`;
const PHRASE_PLACES = 'SELECT json_group_array(rowid * 4 + ?) AS places FROM words WHERE words MATCH ?';
const PHRASE_COLUMNS = [
  ['{title id}', 3],
  ['{summary}', 2],
  ['{text}', 1],
] as const;

const Places = z
  .object({ places: z.string() })
  // SQLite made this list of numbers a moment ago: looking at each costs more than all else here.
  .transform(({ places }) => z.custom<readonly number[]>(Array.isArray).parse(JSON.parse(places)));

/** Passages that hold words of a query, by number, each with its score, in parallel lists. */
export type KeywordScores = { readonly numbers: readonly number[]; readonly scores: Float32Array };

const phrasePlaces = (file: TenantFile, phrase: readonly string[]): readonly number[] =>
  PHRASE_COLUMNS.flatMap(([columns, weight]) =>
    Places.parse(file.get(PHRASE_PLACES, weight, `${columns} : "${phrase.join(' ')}"`)),
  ).toSorted((a, b) => a - b);

const wordPlaces = (file: TenantFile, { word, stems }: WeighedWord): readonly number[] => {
  const [stem, ...more] = stems;
  // What the tokenizer takes for several words is a phrase.
  if (stem === undefined || more.length > 0) return phrasePlaces(file, [word]);
  return Places.parse(file.get(WORD_PLACES, stem));
};

/** How many passages a list of places in order names. */
const passagesOf = (places: readonly number[]): number => {
  let passages = 0;
  let last = -1;
  for (const place of places) {
    if (place >> 2 !== last) passages += 1;
    last = place >> 2;
  }
  return passages;
};

/**
 * Scores what holds any of these words, or codes whole, by BM25: FTS5's own numbers at a quarter of their cost, since the
 * lengths of passages are in memory.
 */
export const keywordScores = (
  file: TenantFile,
  mirror: Mirror,
  words: readonly WeighedWord[],
  codes: QueryWords['codes'],
): KeywordScores => {
  const known = new Set(words.map(({ word }) => word));
  const phrases = codes.filter((code) => code.some((word) => known.has(word.toLowerCase())));
  const lists = [
    ...words.map((word) => wordPlaces(file, word)),
    ...phrases.map((phrase) => phrasePlaces(file, phrase)),
  ];

  const [lengths, sums] = [mirror.lengths(), mirror.sums()];
  const perLength = (K1 * B) / mirror.averageLength();
  const numbers: number[] = [];
  const add = (number: number, score: number): void => {
    const sum = sums[number] ?? 0;
    if (sum === 0) numbers.push(number);
    sums[number] = sum + score;
  };
  for (const places of lists) {
    const passages = passagesOf(places);
    const rarity = (mirror.passages() - passages + 0.5) / (passages + 0.5);
    const weight = Math.max(LEAST_IDF, Math.log(rarity)) * (K1 + 1);
    let times = 0;
    for (const [n, place] of places.entries()) {
      times += place & 3;
      const number = place >> 2;
      if ((places[n + 1] ?? -1) >> 2 === number) continue;
      add(number, (weight * times) / (times + K1 * (1 - B) + perLength * (lengths[number] ?? 0)));
      times = 0;
    }
  }
  const scores = new Float32Array(numbers.map((number) => sums[number] ?? 0));
  for (const number of numbers) sums[number] = 0;
  return { numbers, scores };
};
