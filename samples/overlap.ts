import { contentWords } from './content-words.ts';
import type { SampleCase } from './sample-case.ts';

const distance = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : 1 - common / all;
};

/** The content words of a case: of its title, description and resolution. */
export const wordsOfCase = ({ title, description = '', resolution = '' }: SampleCase): ReadonlySet<string> =>
  contentWords(`${title} ${description} ${resolution}`);

/**
 * The share of cases that have no content word in common with the median case, which is the one with the smallest mean
 * Jaccard distance to all.
 */
export const shareWithoutCommonWord = (cases: readonly SampleCase[]): number => {
  const words = cases.map(wordsOfCase);
  const means = words.map((own) => words.reduce((sum, other) => sum + distance(own, other), 0));
  const median = words[means.indexOf(Math.min(...means))];
  if (median === undefined) throw new Error('a share of no cases');
  return words.filter((own) => own !== median && distance(own, median) === 1).length / (cases.length - 1);
};
