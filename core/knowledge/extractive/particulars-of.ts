const TOKEN = /[^\s,;()"“”<>[\]]+/gu;
const EDGES = /^[^\p{L}\d%#]+|[^\p{L}\d]+$/gu;
const TELLING = /\d|\p{Ll}\p{Lu}|\p{Lu}{2}.*[-_:/]/u;
const NAME_LIKE = /^\p{Lu}\p{Ll}/u;

/**
 * The words of a text that may name one machine, place, person or day: those with a digit or like a code, and those with
 * a capital inside a sentence. In lower case.
 */
export const particularsOf = (text: string): readonly string[] =>
  (text.match(TOKEN) ?? []).flatMap((raw, place) => {
    const token = raw.replaceAll(EDGES, '');
    const particular = TELLING.test(token) || (place > 0 && NAME_LIKE.test(token));
    return particular ? [token.toLowerCase()] : [];
  });
