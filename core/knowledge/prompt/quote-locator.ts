import { INVISIBLE } from './invisible-characters.ts';

/** Signs that writers exchange without changing what is said. */
const LIKE = [
  ["'", /[‘’‚‛′`´]/],
  ['"', /[“”„‟″«»]/],
  ['-', /[‐‑‒–—―−]/],
  ['<', /‹/],
  ['>', /›/],
  [' ', /\s/],
] as const;

const PLAIN = /^[!-~]$/;

const likeOf = (sign: string): string => (PLAIN.test(sign) ? sign : otherLike(sign));

const otherLike = (sign: string): string =>
  LIKE.find(([, others]) => others.test(sign))?.[0] ?? sign.replace(INVISIBLE, '');

type Folded = { readonly text: string; readonly places: readonly number[] };

/** The text with one blank for each gap and one sign for its like, and where each of its characters stands. */
const folded = (text: string): Folded => {
  let result = '';
  const places: number[] = [];
  let place = 0;
  for (const sign of text) {
    const like = likeOf(sign);
    if (like !== ' ' || (result !== '' && !result.endsWith(' '))) {
      result += like;
      for (let unit = 0; unit < like.length; unit += 1) places.push(place + unit);
    }
    place += sign.length;
  }
  return { text: result, places };
};

const locateIn = (body: string, { text, places }: Folded, wanted: string): string | undefined => {
  const start = text.indexOf(wanted);
  const [first, last] = [places[start], places[start + wanted.length - 1]];
  return start < 0 || first === undefined || last === undefined ? undefined : body.slice(first, last + 1);
};

/**
 * Finds the words of some texts that a quote means, character by character as they stand there: quotes differ from them
 * by line breaks, typographic signs and what was taken out before a model saw them. Undefined where none says it.
 */
export const quoteLocator = (bodies: readonly string[]): ((quote: string) => string | undefined) => {
  let known: readonly Folded[] | undefined;
  return (quote) => {
    if (quote !== '' && bodies.some((body) => body.includes(quote))) return quote;
    const wanted = folded(quote).text.trimEnd();
    if (wanted === '') return undefined;
    // A model may make up a thousand quotes of one long text.
    known ??= bodies.map(folded);
    const found = bodies.map((body, n) => known?.[n] && locateIn(body, known[n], wanted));
    return found.find((words) => words !== undefined);
  };
};
