import type { IndexHit, IndexHits } from '#core/ports/search-index.ts';
import type { ArmWeights } from './arm-weights.ts';
import { byRank, roundedScore } from './candidate-order.ts';
import { minMax } from './min-max.ts';
import { passageKeyText, type PassageKey } from './passage.ts';

/** What one arm says of a candidate: its raw score, and the same between the arm's worst (0) and best (1). */
export type ArmScore = { readonly score: number; readonly normalised: number };

/** A candidate of a search with its place in the order. */
export type Candidate = PassageKey & {
  readonly version: number;
  readonly updatedAt: string;
  /** 0 to 1; it orders and means nothing else. */
  readonly score: number;
  readonly keyword: ArmScore | undefined;
  readonly vector: ArmScore | undefined;
  readonly exactTitle: boolean;
};

/** Titles that are the query itself rank first: they have the scale from here up … */
const EXACT_TITLES_FROM = 0.9;
/** … and where there is one, all others have it from 0 to here. */
const OTHERS_TO = 0.85;

const normalised = (hits: readonly IndexHit[]): ReadonlyMap<string, ArmScore> => {
  const scale = minMax(hits.map(({ score }) => score));
  return new Map(
    hits.map((hit, n) => [passageKeyText(hit), { score: hit.score, normalised: scale[n] ?? 0 }]),
  );
};

/**
 * Both arms as one list: a convex combination of their min-max normalised scores, best first.
 * A candidate that an arm did not find counts 0 there. See docs/adr/0031-fusion-in-core.md.
 */
export const fuse = (
  { keyword, vector, exactTitle }: IndexHits,
  weights: ArmWeights,
): readonly Candidate[] => {
  const byWords = normalised(keyword);
  const byVector = normalised(vector);
  const exact = new Set(exactTitle.map(passageKeyText));
  const hits = new Map([...vector, ...keyword, ...exactTitle].map((hit) => [passageKeyText(hit), hit]));

  const candidates = [...hits].map(([key, { kind, id, version, updatedAt }]): Candidate => {
    const words = byWords.get(key);
    const meaning = byVector.get(key);
    const combined = weights.keyword * (words?.normalised ?? 0) + weights.vector * (meaning?.normalised ?? 0);
    const place = exact.has(key)
      ? EXACT_TITLES_FROM + (1 - EXACT_TITLES_FROM) * combined
      : OTHERS_TO * combined;
    return {
      kind,
      id,
      version,
      updatedAt,
      score: roundedScore(exact.size === 0 ? combined : place),
      keyword: words,
      vector: meaning,
      exactTitle: exact.has(key),
    };
  });
  return candidates.toSorted(byRank);
};
