import type { IndexHit } from '#core/ports/search-index.ts';
import { byRank, roundedScore } from './candidate-order.ts';
import type { Candidate } from './fuse.ts';

/** The hits of the vector arm alone as candidates whose score is their cosine. */
export const rankByCosine = (hits: readonly IndexHit[]): readonly Candidate[] =>
  hits
    .map((hit): Candidate => ({
      ...hit,
      score: roundedScore(hit.score),
      keyword: undefined,
      vector: { score: hit.score, normalised: hit.score },
      exactTitle: false,
    }))
    .toSorted(byRank);
