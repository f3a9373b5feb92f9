import { holdersOf } from './holders-of.ts';
import type { ReadCase } from './read-case.ts';

const MOST = 8;
const LEAST_TELLERS = 2;
/** A code of an error or of a message: `HVN-3101`, `%LINK-3-UPDOWN`, `ORA-00600`. */
const CODE =
  /(?<![\p{L}\d%_-])%?[A-Z][A-Z\d]*(?:[-_][A-Z\d]+)*[-_]\d[A-Z\d]*(?:[-_][A-Z\d]+)*(?![\p{L}\d_-])/gu;

/** The codes that at least two customers name, the most named first. */
export const tagsOf = (cases: readonly ReadCase[]): readonly string[] => {
  const sentences = cases.flatMap(({ title, problem, solution }) => [...title, ...problem, ...solution]);
  return [...holdersOf(sentences, (text) => text.match(CODE) ?? [])]
    .filter(([, count]) => count >= LEAST_TELLERS)
    .toSorted(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
    .slice(0, MOST)
    .map(([code]) => code);
};
