/** Ids of the pieces of a text in a vocabulary, without special tokens; at most `most` of them. */
export type WordPiece = (text: string, most: number) => readonly number[];

/** Longest word that is cut into pieces, as BERT's own reader has it; a longer one is unknown. */
const LONGEST_WORD = 100;
/** Words whose pieces are remembered; above it, all are forgotten. */
const MOST_REMEMBERED = 50_000;

// oxlint-disable-next-line no-control-regex -- asks whether a text is ASCII throughout
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const CONTROLS = /[\p{Cc}\p{Cf}\ufffd]/gu;
const IDEOGRAPHS = /[\u3400-\u9fff\uf900-\ufaff]/g;

/** Lower case, no accents, no control characters, ideographs apart. */
const normalised = (text: string): string => {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .replaceAll(CONTROLS, (character) => (/\s/.test(character) ? ' ' : ''))
    .replaceAll(IDEOGRAPHS, ' $& ');
};

type Character = 'word' | 'punctuation' | 'space';

/** What the UTF-16 unit at `n` is; a loop over codes, since this decides the speed of all embedding. */
const characterAt = (text: string, n: number): Character => {
  const code = text.charCodeAt(n);
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return 'word';
  if (code < 128) return code > 32 && code < 127 ? 'punctuation' : 'space';
  const unit = text.charAt(n);
  if (/\s/.test(unit)) return 'space';
  return /\p{P}/u.test(unit) ? 'punctuation' : 'word';
};

/** The longest piece of the vocabulary that `word` has from `start`: its id, and where it ends. */
const longestPiece = (
  vocabulary: ReadonlyMap<string, number>,
  word: string,
  start: number,
): { readonly id: number; readonly end: number } | undefined => {
  for (let end = word.length; end > start; end -= 1) {
    const part = word.slice(start, end);
    const id = vocabulary.get(start > 0 ? `##${part}` : part);
    if (id !== undefined) return { id, end };
  }
  return undefined;
};

/** Cuts texts as BERT's uncased WordPiece does. `vocabulary` is vocab.txt: a piece a line, its id the line's number from 0. */
export const wordPiece = (vocabulary: string): WordPiece => {
  const ids = new Map<string, number>();
  for (const [id, line] of vocabulary.split('\n').entries()) {
    if (line !== '') ids.set(line.replace(/\r$/, ''), id);
  }
  const unknown = ids.get('[UNK]');
  if (unknown === undefined) throw new Error('the vocabulary has no [UNK]');
  const remembered = new Map<string, readonly number[]>();

  const cut = (word: string): readonly number[] => {
    if (word.length > LONGEST_WORD) return [unknown];
    const pieces: number[] = [];
    for (let start = 0; start < word.length;) {
      const piece = longestPiece(ids, word, start);
      if (!piece) return [unknown];
      pieces.push(piece.id);
      start = piece.end;
    }
    return pieces;
  };
  const piecesOf = (word: string): readonly number[] => {
    const known = remembered.get(word);
    if (known) return known;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const pieces = cut(word);
    remembered.set(word, pieces);
    return pieces;
  };

  return (text, most) => {
    const source = normalised(text);
    const found: number[] = [];
    let start = 0;
    for (let n = 0; n <= source.length && found.length < most; n += 1) {
      const character = n < source.length ? characterAt(source, n) : 'space';
      if (character === 'word') continue;
      if (start < n) found.push(...piecesOf(source.slice(start, n)));
      if (character === 'punctuation') found.push(ids.get(source.charAt(n)) ?? unknown);
      start = n + 1;
    }
    return found.slice(0, most);
  };
};
