import { describe, expect, it } from 'vitest';
import { readTexts, snippetOf, soughtStems } from '#adapters/sqlite/marked-text.ts';
import { wordStems } from '#adapters/sqlite/word-stems.ts';
import { MATCH_END, MATCH_START } from '#core/search/match-marks.ts';

const stemsOf = wordStems();
const marked = (text: string, query: string, most = 60): string => {
  const stems = [...stemsOf(query.toLowerCase().split(' ')).values()].flat();
  const [read] = readTexts([text], soughtStems(stems), stemsOf);
  return snippetOf(read!, most).replaceAll(MATCH_START, '[').replaceAll(MATCH_END, ']');
};
const filler = (words: number): string => Array.from({ length: words }, (_, n) => `w${n}`).join(' ');

describe('snippetOf', () => {
  it.each([
    ['It prints what was PRINTED.', 'printing', 'It [prints] what was [PRINTED].'],
    ['Café and CAFE', 'cafe', '[Café] and [CAFE]'],
    ['Übertragung zu Ubertragung', 'übertragung', '[Übertragung] zu [Ubertragung]'],
    ['it shows E-4711 again', 'e 4711', 'it shows [E-4711] again'],
    ['drum drum', 'drum', '[drum] [drum]'],
    ['nothing here', 'drum', 'nothing here'],
    ['', 'drum', ''],
  ])('marks in %j the words of %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('shows the part that holds the most different words, in the middle', () => {
    const text = `drum drum drum ${filler(40)} drum toner ${filler(40)}`;

    expect(marked(text, 'drum toner', 6)).toBe('…w38 w39 [drum] [toner] w0 w1 …');
  });

  it('begins and ends where the text does', () => {
    expect(marked(`drum ${filler(20)}`, 'drum', 4)).toBe('[drum] w0 w1 w2 …');
    expect(marked(`(${filler(20)} drum)`, 'drum', 4)).toBe('…w17 w18 w19 [drum])');
  });
});
