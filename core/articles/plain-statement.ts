const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** An escape, a sign of emphasis (an underscore inside a word is none), or an entity. */
const SIGN =
  /\\(?<literal>[!-/:-@[-`{-~])|[*~]+|(?<![\p{L}\p{M}\d])_+|_+(?![\p{L}\p{M}\d])|(?<entity>&(?:amp|lt|gt|quot|#39|nbsp);)/gu;

const withoutSigns = (text: string): string =>
  text.replaceAll(SIGN, (_sign, literal: string | undefined, entity: string | undefined) => {
    if (literal !== undefined) return literal;
    return entity === undefined ? '' : (ENTITIES[entity] ?? entity);
  });

const endsInEscape = (text: string): boolean => (/\\+$/.exec(text)?.[0].length ?? 0) % 2 === 1;

/** Code between runs of backticks, a blank at both ends is no part of it (CommonMark 6.1). */
const codeOf = (inner: string): string => (/^ .*\S.* $/s.test(inner) ? inner.slice(1, -1) : inner);

/** Which run of backticks ends the code that one begins: the next of its length. */
const endsOf = (tokens: readonly string[]): ReadonlyMap<number, number> => {
  const next = new Map<number, number>();
  const ends = new Map<number, number>();
  for (let at = tokens.length - 2; at > 0; at -= 2) {
    const length = tokens[at]?.length ?? 0;
    const end = next.get(length);
    if (end !== undefined) ends.set(at, end);
    next.set(length, at);
  }
  return ends;
};

/**
 * What a reader sees of one paragraph of Markdown, each run of blanks as one: the text by which statements are compared.
 * Emphasis is dropped; nothing else is, for two commands that differ in one sign are not the same.
 */
export const plainStatement = (markdown: string): string => {
  // Every other token is a run of backticks.
  const tokens = markdown.split(/(`+)/);
  const ends = endsOf(tokens);
  let plain = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const end = ends.get(at);
    if (at % 2 === 0) plain += withoutSigns(token);
    else if (endsInEscape(tokens[at - 1] ?? '')) plain = plain.slice(0, -1) + token;
    else if (end === undefined) plain += token;
    else {
      plain += codeOf(tokens.slice(at + 1, end).join(''));
      at = end;
    }
  }
  return plain.replaceAll(/\s+/g, ' ').trim();
};
