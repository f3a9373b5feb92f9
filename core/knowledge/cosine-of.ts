import type { TermVector } from './term-space.ts';

/** The cosine of two vectors, summed term by term as holders sum it, so that both give the same number to the last bit. */
export const cosineOf = (one: TermVector, other: TermVector): number => {
  let [sum, at] = [0, 0];
  for (const [place, term] of one.terms.entries()) {
    while ((other.terms[at] ?? Infinity) < term) at += 1;
    if (other.terms[at] === term) sum += (one.weights[place] ?? 0) * (other.weights[at] ?? 0);
  }
  return sum;
};
