import type { AskedQuery } from './merged-queries.ts';

/** Queries that nothing good answers, under the words that they share. */
export type KnowledgeGap = {
  readonly topic: string;
  readonly queries: readonly string[];
  readonly count: number;
};

const WORD = /[\p{L}\p{N}][\p{L}\p{N}.-]*[\p{L}\p{N}]/gu;
const SHORTEST = 3;
/** A word in more than a fifth of all queries says little about what is missing; three queries may always share one. */
const RARE_SHARE = 0.2;
const ALWAYS_RARE = 3;
const MOST_GAPS = 20;
const MOST_QUERIES = 10;
const SMALL_WORDS = new Set(
  'the and for not with from this that have has was are can cannot does what when where which why how who you your our into after before und der die das ist nicht mit wie was auf ein eine'.split(
    ' ',
  ),
);

const wordsOf = (query: string): ReadonlySet<string> =>
  new Set((query.match(WORD) ?? []).filter((word) => word.length >= SHORTEST && !SMALL_WORDS.has(word)));

const countWords = (queries: readonly AskedQuery[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of queries.flatMap(({ query }) => [...wordsOf(query)])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
};

const inVain = (queries: readonly AskedQuery[]): number =>
  queries.reduce((sum, query) => sum + query.inVain, 0);

const gapOf = (topic: string, queries: readonly AskedQuery[]): KnowledgeGap => ({
  topic,
  queries: queries.slice(0, MOST_QUERIES).map(({ query }) => query),
  count: inVain(queries),
});

/** Every word that all queries of a group hold, in the order of the first. */
const sharedWords = (queries: readonly AskedQuery[]): string => {
  const [first, ...others] = queries.map(({ query }) => wordsOf(query));
  return [...(first ?? [])].filter((word) => others.every((words) => words.has(word))).join(' ');
};

/**
 * Groups the queries that found nothing good, greedily by the rare word that most of them share: a query is in one
 * group only, the same queries give the same groups, and what shares no word stands alone. At most 20, the most asked first.
 */
export const knowledgeGaps = (all: readonly AskedQuery[]): readonly KnowledgeGap[] => {
  const everywhere = countWords(all);
  const isRare = (word: string): boolean =>
    (everywhere.get(word) ?? 0) <= Math.max(ALWAYS_RARE, all.length * RARE_SHARE);
  const gaps: KnowledgeGap[] = [];
  // In an order of its own, so that the topics do not depend on the order in which queries came.
  let rest = all
    .filter((query) => query.inVain > 0)
    .toSorted((a, b) => b.inVain - a.inVain || (a.query < b.query ? -1 : 1));
  while (rest.length > 0) {
    const [best] = [...countWords(rest)]
      .filter(([word, count]) => count > 1 && isRare(word))
      .toSorted(
        ([a, m], [b, n]) => n - m || (everywhere.get(a) ?? 0) - (everywhere.get(b) ?? 0) || (a < b ? -1 : 1),
      );
    if (!best) break;
    const group = rest.filter(({ query }) => wordsOf(query).has(best[0]));
    gaps.push(gapOf(sharedWords(group), group));
    rest = rest.filter((query) => !group.includes(query));
  }
  return [...gaps, ...rest.map((query) => gapOf(query.query, [query]))]
    .toSorted((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1))
    .slice(0, MOST_GAPS);
};
