import { seenText } from '#core/privacy/seen-text.ts';

/** Letters of other scripts by the Latin ones that they look like. */
const LOOKALIKES = new Map(
  Array.from(
    'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlоoвbкkмmнhтtαaοoρpεeιiκkνvτtυuχxηn'.matchAll(/(?<other>.)(?<latin>.)/gsu),
    ({ groups }) => [groups?.['other'] ?? '', groups?.['latin'] ?? ''] as const,
  ),
);
const DIGITS = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
  ['@', 'a'],
  ['$', 's'],
  ['!', 'i'],
]);
const ACCENTS = /(?<=\p{Script=Latin}\p{M}{0,4})\p{M}/gu;
const LETTER_A = 97;
/** Letters of the block of tags, unseen twins of ASCII. */
const TAG_LETTERS = /[\u{e0020}-\u{e007e}]/gu;
const TAG_BLOCK = 0xe0000;

const each = (text: string, change: (character: string) => string): string =>
  Array.from(text, change).join('');
const turned13 = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - LETTER_A + 13) % 26) + LETTER_A),
  );
const untagged = (text: string): string =>
  (text.match(TAG_LETTERS) ?? [])
    .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? TAG_BLOCK) - TAG_BLOCK))
    .join('')
    .toLowerCase();
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]+/gu, '');

/** What a text says, to eyes and to a model that wants to understand it. */
export type ReadAloud = {
  /** In lower case, without accents and invisible characters, on one line. */
  readonly plain: string;
  /** Letters only, in the ways in which a word can be spelled in secret. */
  readonly spelled: readonly string[];
};

/** Reads a text aloud: lookalike letters as what they look like, digits as letters, backwards, shifted by 13,
 * and in letters that nobody sees. */
export const readAloud = (text: string): ReadAloud => {
  const seen = seenText(text)
    .text.toLowerCase()
    .normalize('NFD')
    .replaceAll(ACCENTS, '')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ');
  const latin = each(seen, (character) => LOOKALIKES.get(character) ?? character);
  const letters = lettersOf(latin);
  const spelled = [
    letters,
    lettersOf(each(latin, (character) => DIGITS.get(character) ?? character)),
    Array.from(letters).toReversed().join(''),
    turned13(letters),
    lettersOf(untagged(text)),
  ];
  return { plain: seen, spelled };
};
