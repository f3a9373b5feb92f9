const NUMBER = /\d+/gu;
const NOT_WORD = /[^\p{L}\p{M}#]+/gu;

/** A text with its numbers masked: two tellings of one thing differ in them. */
export const maskedText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(NUMBER, '#').replaceAll(NOT_WORD, ' ').trim();

/** The runs of three characters in a masked text; mistyped words still share most of theirs. */
export const trigramsOf = (masked: string): ReadonlySet<string> => {
  const padded = ` ${masked} `;
  const all = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) all.add(padded.slice(at, at + 3));
  return all;
};

/** Share of common trigrams, 0 to 1 (Dice). */
export const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  // So unlike in length that they could not reach half of it: nobody asks how unlike.
  if (small.size * 3 < large.size) return 0;
  let common = 0;
  for (const trigram of small) if (large.has(trigram)) common += 1;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
};
