/** A text in a space: its terms by number, rising, and their weights; its length is 1, or 0 without a term. */
export type TermVector = { readonly terms: readonly number[]; readonly weights: readonly number[] };

/** Which terms count, and how much: made from the texts of one moment, so that cosines of different days agree. */
export type TermSpace = {
  /** Texts that it was made from. */
  readonly texts: number;
  readonly vector: (terms: readonly string[]) => TermVector;
};

/** Terms that more texts than this hold, and more than this share of them, have no weight: they join everything. */
const MOST_TEXTS = 400;
const MOST_SHARE = 0.05;

/** Weighs terms by inverse document frequency; those of a single text have none, since they join it to no other. */
export const termSpace = (texts: readonly (readonly string[])[]): TermSpace => {
  const held = new Map<string, number>();
  for (const terms of texts) for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1);

  const most = Math.max(MOST_TEXTS, texts.length * MOST_SHARE);
  const known = [...held]
    .filter(([, count]) => count > 1 && count <= most)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const weighed = new Map(
    known.map(([term, count], number) => [term, { number, weight: Math.log(1 + texts.length / count) }]),
  );

  return {
    texts: texts.length,
    vector(terms) {
      const own = terms
        .flatMap((term) => weighed.get(term) ?? [])
        .toSorted((one, other) => one.number - other.number);
      const length = Math.hypot(...own.map(({ weight }) => weight)) || 1;
      return { terms: own.map(({ number }) => number), weights: own.map(({ weight }) => weight / length) };
    },
  };
};
