const SENTENCE = /(?<=[.!?:;…]["'”’)\]]?\s)|(?<=\n)|(?<=["“„(>-]\s?)/u;
const WORD = /[\p{L}\p{M}\p{N}]{2,}/gu;
const NAMED = /^\p{Lu}|\p{Ll}\p{Lu}/u;

/**
 * Words of a text that are written like names: with a capital inside a sentence, or in capitals. In lower case, each once.
 * They may be none; but a name that no source has was made up.
 */
export const namesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(SENTENCE)
      .flatMap((sentence) => {
        const words = sentence.match(WORD) ?? [];
        return words.filter((word, n) => (n > 0 && NAMED.test(word)) || /^\p{Lu}{2,}$/u.test(word));
      })
      .map((word) => word.toLowerCase()),
  ),
];

/** All words of a source, in lower case, to look names up in. */
export const wordsOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(WORD) ?? []).map((word) => word.toLowerCase());
