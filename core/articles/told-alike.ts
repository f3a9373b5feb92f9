import { termsOf } from '#core/knowledge/terms.ts';

/** How alike two texts are told, 0 to 1. */
export type ToldAlike = (one: string, other: string) => number;

const weightOf = (terms: readonly string[], weights: ReadonlyMap<string, number>): number =>
  Math.hypot(...terms.map((term) => weights.get(term) ?? 0));

/**
 * The cosine of the weighed terms of two of these texts. A term weighs more the fewer of them hold it; unlike in the
 * grouping of cases, one that a single text holds counts too, for it tells that text from all others.
 */
export const toldAlike = (texts: readonly string[]): ToldAlike => {
  const terms = new Map([...new Set(texts)].map((text) => [text, termsOf(text)]));
  const held = new Map<string, number>();
  for (const own of terms.values()) for (const term of own) held.set(term, (held.get(term) ?? 0) + 1);
  const weights = new Map([...held].map(([term, count]) => [term, Math.log(1 + terms.size / count)]));
  return (one, other) => {
    const [own, others] = [terms.get(one) ?? termsOf(one), new Set(terms.get(other) ?? termsOf(other))];
    const shared = own.filter((term) => others.has(term));
    const both = weightOf(own, weights) * weightOf([...others], weights);
    return both === 0 ? 0 : shared.reduce((sum, term) => sum + (weights.get(term) ?? 0) ** 2, 0) / both;
  };
};
