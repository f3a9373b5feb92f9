import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';
import { WORD } from '#core/search/query-words.ts';
import type { WordStems } from './word-stems.ts';

/** What is looked for: stems, and the characters that they begin with. */
export type Sought = { readonly stems: ReadonlySet<string>; readonly initials: ReadonlySet<string> };

/** A match in a text: where it stands, among all words and among all characters, and what it matched. */
type Match = {
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly stems: readonly string[];
};

/** A text with its words and those of them that are sought. */
export type ReadText = {
  readonly text: string;
  /** Where each word begins. */
  readonly words: readonly number[];
  readonly matches: readonly Match[];
};

const ASCII = /^[a-z0-9]/i;

/** What to look for in texts, for these stems. */
export const soughtStems = (stems: readonly string[]): Sought => ({
  stems: new Set(stems),
  initials: new Set(stems.map((stem) => stem.slice(0, 1))),
});

/** The words of a text, and of them those that begin as a sought stem does. */
const cutText = (text: string, { initials }: Sought) => {
  const words: number[] = [];
  const likely: { readonly word: number; readonly start: number; readonly said: string }[] = [];
  for (const { 0: said, index } of text.matchAll(WORD)) {
    // Stemming changes endings only; folding may change a first letter that is no ASCII.
    if (!ASCII.test(said) || initials.has(said.slice(0, 1).toLowerCase()))
      likely.push({ word: words.length, start: index, said });
    words.push(index);
  }
  return { text, words, likely };
};

/** Reads texts: cuts them as the index does, and finds the sought words, all of them stemmed at once. */
export const readTexts = (
  texts: readonly string[],
  sought: Sought,
  stemsOf: WordStems,
): readonly ReadText[] => {
  if (sought.stems.size === 0) return texts.map((text) => ({ text, words: [], matches: [] }));
  const cut = texts.map((text) => cutText(text, sought));
  const unstemmed = new Set(cut.flatMap(({ likely }) => likely.map((word) => word.said.toLowerCase())));
  const found = new Map(
    [...stemsOf([...unstemmed])].map(([word, stems]) => [
      word,
      stems.filter((stem) => sought.stems.has(stem)),
    ]),
  );
  return cut.map(({ text, words, likely }) => {
    const matches = likely.flatMap(({ word, start, said }) => {
      const stems = found.get(said.toLowerCase()) ?? [];
      return stems.length === 0 ? [] : [{ word, start, end: start + said.length, stems }];
    });
    return { text, words, matches };
  });
};

/** Part of a text, matches between marks; those that nothing but a sign parts (`E-4711`) share one pair. */
const marked = ({ text, matches }: ReadText, from: number, to: number): string => {
  let shown = '';
  let at = from;
  let open = false;
  for (const { start, end } of matches.filter((match) => match.start >= from && match.end <= to)) {
    const between = text.slice(at, start);
    const joined = open && between.length === 1 && !/\s/.test(between);
    shown += joined ? between : `${open ? MATCH_END : ''}${between}${MATCH_START}`;
    shown += text.slice(start, end);
    [at, open] = [end, true];
  }
  return `${shown}${open ? MATCH_END : ''}${text.slice(at, to)}`;
};

/** The first word of the window of `most` words that holds the most different matches, these in its middle. */
const bestWindow = ({ words, matches }: ReadText, most: number): number => {
  let best = { different: 0, first: 0, last: 0 };
  for (const [n, { word: first }] of matches.entries()) {
    const inside = matches.slice(n, n + most).filter(({ word }) => word < first + most);
    const different = new Set(inside.flatMap(({ stems }) => stems)).size;
    if (different > best.different) best = { different, first, last: inside.at(-1)?.word ?? first };
  }
  const before = Math.floor((most - (best.last - best.first + 1)) / 2);
  return Math.max(0, Math.min(best.first - before, words.length - most));
};

/** The `most` words of a text that say the most of its matches, marked; the whole text when it is short. */
export const snippetOf = (read: ReadText, most: number): string => {
  const { text, words } = read;
  const from = bestWindow(read, most);
  const start = from === 0 ? 0 : words[from];
  const end = words[from + most];
  return `${from === 0 ? '' : '…'}${marked(read, start ?? 0, end ?? text.length)}${end === undefined ? '' : '…'}`;
};
