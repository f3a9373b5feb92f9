import type { Standing } from './check-source.ts';
import { stemsOf } from './stems-of.ts';

/** Share of the words of the shorter one that statement and quote have in common. */
const LEAST_SHARE = 0.4;

/** Whether a source says anything of what a text says; a quote that does not would only be shown beside it. */
export const bearsOn = (text: string): ((standing: Standing) => boolean) => {
  const said = new Set(stemsOf(text));
  return ({ source }) => {
    const quoted = new Set(stemsOf(source.quote));
    const least = Math.min(said.size, quoted.size);
    if (least === 0) return lettersOf(source.quote).includes(lettersOf(text));
    return [...quoted].filter((stem) => said.has(stem)).length / least >= LEAST_SHARE;
  };
};

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
