import { termHolders } from './term-holders.ts';
import type { TermVector } from './term-space.ts';

/** The middle of some vectors, of length 1. */
export const middleOf = (vectors: readonly TermVector[]): TermVector => {
  const sums = new Map<number, number>();
  for (const { terms, weights } of vectors)
    for (const [place, term] of terms.entries())
      sums.set(term, (sums.get(term) ?? 0) + (weights[place] ?? 0));
  const own = [...sums].toSorted(([one], [other]) => one - other);
  const length = Math.hypot(...own.map(([, weight]) => weight)) || 1;
  return { terms: own.map(([term]) => term), weights: own.map(([, weight]) => weight / length) };
};

/** Which groups of texts lie near which, each near itself: by the cosine of their middles, at least `least`. */
export const nearGroups = (
  groups: ReadonlyMap<string, readonly TermVector[]>,
  least: number,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const middles = [...groups].map(([name, vectors]) => ({
    name,
    middle: middleOf(vectors),
    near: new Set([name]),
  }));
  const holders = termHolders();
  for (const [number, { name, middle, near }] of middles.entries()) {
    holders.eachSharing(middle, (other, cosine) => {
      const found = middles[other];
      if (!found || cosine < least) return;
      near.add(found.name);
      found.near.add(name);
    });
    holders.hold(number, middle);
  }
  return new Map(middles.map(({ name, near }) => [name, near]));
};
