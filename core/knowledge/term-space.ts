/** A text in a space: its terms by number, rising, and their weights; its length is 1, or 0 without a term. */
export type TermVector = { readonly terms: readonly number[]; readonly weights: readonly number[] };

/** A term of a space and how many texts held it when it was weighed; a term that nothing holds any more may be forgotten. */
export type SpaceTerm = { readonly term: string | undefined; readonly count: number };

/** What a space is made of, to keep it; terms in the order of their numbers. */
export type KeptSpace = { readonly texts: number; readonly terms: readonly SpaceTerm[] };

/** Which terms count, and how much: made from the texts of one moment, so that cosines of different days agree. */
export type TermSpace = {
  /** The vector of a text; with `known`, as the space was when it had so many terms. */
  readonly vector: (terms: readonly string[], known?: number) => TermVector;
  /** Terms that it has now. */
  readonly size: () => number;
  readonly termOf: (number: number) => string | undefined;
  /** Takes up the terms that it does not have and that two or more of these texts hold; what it has keeps its weight. */
  readonly learn: (texts: readonly (readonly string[])[]) => void;
  readonly kept: () => KeptSpace;
};

/** Terms that more texts than this hold, and more than this share of them, have no weight: they join everything. */
const MOST_TEXTS = 400;
const MOST_SHARE = 0.05;

const countTerms = (texts: readonly (readonly string[])[]): ReadonlyMap<string, number> => {
  const held = new Map<string, number>();
  for (const terms of texts) for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1);
  return held;
};

/** A space as it was kept. */
export const keptTermSpace = ({ texts, terms: kept }: KeptSpace): TermSpace => {
  const most = Math.max(MOST_TEXTS, texts * MOST_SHARE);
  const terms: SpaceTerm[] = [];
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const take = (one: SpaceTerm): void => {
    if (one.term !== undefined) numbers.set(one.term, terms.length);
    weights.push(one.count <= most ? Math.log(1 + texts / one.count) : 0);
    terms.push(one);
  };
  for (const one of kept) take(one);

  return {
    vector(own, known = terms.length) {
      const found = own
        .flatMap((term) => numbers.get(term) ?? [])
        .filter((number) => number < known && (weights[number] ?? 0) > 0)
        .toSorted((one, other) => one - other);
      const length = Math.hypot(...found.map((number) => weights[number] ?? 0)) || 1;
      return { terms: found, weights: found.map((number) => (weights[number] ?? 0) / length) };
    },
    size: () => terms.length,
    termOf: (number) => terms[number]?.term,
    learn(some) {
      const unknown = countTerms(some.map((own) => own.filter((term) => !numbers.has(term))));
      for (const [term, count] of [...unknown].toSorted(([one], [other]) => (one < other ? -1 : 1)))
        if (count > 1) take({ term, count });
    },
    kept: () => ({ texts, terms: [...terms] }),
  };
};

/** Weighs terms by inverse document frequency; those of a single text have none, since they join it to no other. */
export const termSpace = (texts: readonly (readonly string[])[]): TermSpace => {
  const space = keptTermSpace({ texts: texts.length, terms: [] });
  space.learn(texts);
  return space;
};
