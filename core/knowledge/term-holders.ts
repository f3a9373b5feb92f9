import type { TermVector } from './term-space.ts';

/** Which texts hold which terms, texts by number. */
export type TermHolders = {
  readonly hold: (text: number, vector: TermVector) => void;
  readonly release: (text: number, vector: TermVector) => void;
  /** Calls back with every text that shares a term with the vector, and their cosine. */
  readonly eachSharing: (vector: TermVector, found: (text: number, cosine: number) => void) => void;
};

type Held = { readonly texts: number[]; readonly weights: number[] };
const NOBODY: Held = { texts: [], weights: [] };

/** An inverted index. Texts are numbers, since cosines are summed for thousands of them at once. */
export const termHolders = (): TermHolders => {
  const holders = new Map<number, Held>();
  let sums = new Float64Array(1_024);
  let most = 0;

  return {
    hold(text, { terms, weights }) {
      most = Math.max(most, text + 1);
      if (most > sums.length) sums = new Float64Array(2 * most);
      for (const [place, term] of terms.entries()) {
        const held = holders.get(term) ?? { texts: [], weights: [] };
        held.texts.push(text);
        held.weights.push(weights[place] ?? 0);
        holders.set(term, held);
      }
    },

    release(text, { terms }) {
      for (const held of terms.map((term) => holders.get(term) ?? NOBODY)) {
        const place = held.texts.indexOf(text);
        held.texts.splice(place, 1);
        held.weights.splice(place, 1);
      }
    },

    eachSharing({ terms, weights }, found) {
      const touched: number[] = [];
      for (const [place, term] of terms.entries()) {
        const held = holders.get(term) ?? NOBODY;
        const own = weights[place] ?? 0;
        for (const [n, text] of held.texts.entries()) {
          if (sums[text] === 0) touched.push(text);
          sums[text] = (sums[text] ?? 0) + own * (held.weights[n] ?? 0);
        }
      }
      for (const text of touched) {
        found(text, sums[text] ?? 0);
        sums[text] = 0;
      }
    },
  };
};
