import type { CategoryRule } from '#contracts/knowledge-grouping.ts';

/** The texts of a case that its category is told by, and the one that its source gave it. */
export type CategorisedCase = {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly category?: string | undefined;
};

/** A category and how much speaks for it. */
export type CategoryVote = { readonly category: string; readonly weight: number };

/** What the words of a case say: `given` by its source, or by keywords. */
export type CategoryHint = CategoryVote & { readonly given: boolean };

/** A source knows its case; a keyword in a title is wrong one time in four on the sample, elsewhere more often. */
const GIVEN_WEIGHT = 3;
const TITLE_WEIGHT = 1;
const TEXT_WEIGHT = 0.5;

const WORD = /[\p{L}\p{M}\d]+/gu;

/** Words in lower case between blanks, a plural's `s` cut off, so that a keyword is found as a whole word. */
const wordsOf = (text: string): string => {
  const words = text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
  return ` ${words.map((word) => (word.length > 3 && /[^s]s$/u.test(word) ? word.slice(0, -1) : word)).join(' ')} `;
};

const nameOf = (category: string): string =>
  category
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_');

/**
 * What the words of a case say about its category: its own, where it is one of ours; else the one whose keywords weigh
 * most in title and description. A category below another wins over it, and of two that weigh the same the first of
 * the list. Undefined where no keyword is found.
 */
export const categoryWords = (
  rules: readonly CategoryRule[],
): ((one: CategorisedCase) => CategoryHint | undefined) => {
  const names = new Set(rules.map(({ name }) => name));
  const wanted = rules
    .map(({ name, above, keywords }) => ({
      name,
      below: above !== undefined,
      keywords: [...new Set(keywords.map(wordsOf))],
    }))
    .toSorted((one, other) => Number(other.below) - Number(one.below));

  return ({ title = '', description = '', category = '' }) => {
    const own = nameOf(category);
    if (names.has(own)) return { category: own, weight: GIVEN_WEIGHT, given: true };
    const [head, body] = [wordsOf(title), wordsOf(description)];
    const weighOf = (word: string): number =>
      (head.includes(word) ? TITLE_WEIGHT : 0) + (body.includes(word) ? TEXT_WEIGHT : 0);
    const weighed = wanted.map(({ name, keywords }) => ({
      category: name,
      weight: keywords.reduce((sum, word) => sum + weighOf(word), 0),
      given: false,
    }));
    const most = Math.max(0, ...weighed.map(({ weight }) => weight));
    return most === 0 ? undefined : weighed.find(({ weight }) => weight === most);
  };
};
