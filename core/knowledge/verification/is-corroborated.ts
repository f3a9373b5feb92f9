import type { ReadEvidence } from './read-evidence.ts';
import { stemsOf } from './stems-of.ts';

/** Share of the words of a text that at least two customers of the pattern use. */
const LEAST_SHARE = 0.6;
/** The same of any so many words in a row, so that an addition cannot hide among words that all use. */
const WINDOW = 6;
const LEAST_SHARE_OF_WINDOW = 0.5;
const LEAST_VOICES = 2;

/**
 * Whether a text speaks of what more than one customer speaks of. A case that says what nobody else of the pattern says
 * may be mistaken, or hostile: anybody can open one. With one customer alone there is nobody to ask.
 */
export const isCorroborated = (text: string, { voicesOf, voices, about }: ReadEvidence): boolean => {
  if (voices < LEAST_VOICES) return true;
  const named = new Set(stemsOf(about));
  const shared = stemsOf(text).map((stem) => named.has(stem) || (voicesOf.get(stem) ?? 0) >= LEAST_VOICES);
  return (
    shareOf(shared) >= LEAST_SHARE &&
    shared.every(
      (_, n) => n + WINDOW > shared.length || shareOf(shared.slice(n, n + WINDOW)) >= LEAST_SHARE_OF_WINDOW,
    )
  );
};

const shareOf = (shared: readonly boolean[]): number =>
  shared.length === 0 ? 1 : shared.filter(Boolean).length / shared.length;
