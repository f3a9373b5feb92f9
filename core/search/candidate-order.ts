import { passageKeyText, type PassageKey } from './passage.ts';

type Ranked = PassageKey & { readonly score: number; readonly updatedAt: string };

/** Digits that survive in JSON and in the order alike, so that what is shown explains the order. */
export const roundedScore = (score: number): number => Math.round(score * 1e6) / 1e6;

/** The order of an answer: score, then newer, then id. */
export const byRank = (a: Ranked, b: Ranked): number => {
  if (a.score !== b.score) return b.score - a.score;
  if (a.updatedAt !== b.updatedAt) return a.updatedAt < b.updatedAt ? 1 : -1;
  return passageKeyText(a) < passageKeyText(b) ? -1 : 1;
};
