import { termHolders } from '../term-holders.ts';
import type { TermVector } from '../term-space.ts';
import type { CategoryVote } from './category-words.ts';

/** A text whose category is known. */
export type Labelled = { readonly vector: TermVector; readonly category: string };

/** How many of the nearest are asked, and how near they must be to be asked at all. */
const ASKED = 10;
const LEAST_COSINE = 0.2;

/** How the labelled texts that are nearest to a text vote about its category, each with its cosine. */
export const nearestVotes = (
  labelled: readonly Labelled[],
): ((vector: TermVector) => readonly CategoryVote[]) => {
  const holders = termHolders();
  for (const [number, { vector }] of labelled.entries()) holders.hold(number, vector);

  return (vector) => {
    const near: { number: number; weight: number }[] = [];
    holders.eachSharing(vector, (number, weight) => {
      if (weight >= LEAST_COSINE) near.push({ number, weight });
    });
    return near
      .toSorted((one, other) => other.weight - one.weight || one.number - other.number)
      .slice(0, ASKED)
      .flatMap(({ number, weight }) => {
        const category = labelled[number]?.category;
        return category === undefined ? [] : [{ category, weight }];
      });
  };
};
