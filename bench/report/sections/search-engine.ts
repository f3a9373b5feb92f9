import * as z from 'zod';
import { Percentiles, percentileRows, type Row, type Section } from '../section.ts';

const Recall = z.object({ at_10: z.number(), at_200: z.number() });
const Found = Percentiles.extend({ vector_recall: Recall });
const Result = z.looseObject({
  passages: z.number(),
  written_per_second: z.number(),
  cold_first_search_ms: z.array(z.number()).min(1),
  memory_mib: z.number(),
  latency_ms: z.object({
    hybrid: Found,
    hybrid_in_category: Found,
    hybrid_of_50_tagged: Found,
    keyword: Percentiles,
    vector: Found,
  }),
});

const recallRows = (what: string, { at_10, at_200 }: z.infer<typeof Recall>): readonly Row[] => [
  {
    what: `${what}, recall among the 10 first vectors`,
    value: at_10,
    unit: '',
    aim: { value: 0.95, is: 'least' },
  },
  {
    what: `${what}, recall among the 200 first vectors`,
    value: at_200,
    unit: '',
    aim: { value: 0.95, is: 'least' },
  },
];

/** p50, p95 and p99 by number of passages. */
const AIMS: Readonly<Record<number, readonly [number, number, number]>> = {
  10_000: [2, 5, 10],
  100_000: [5, 12, 25],
};

/** Which arm takes the time: each is also measured alone, with the details of a page, which every search has once. */
const limitOf = ({ hybrid, keyword, vector }: z.infer<typeof Result>['latency_ms']): string =>
  `At the median a search by words alone takes ${keyword.p50} ms and one by vectors alone ${vector.p50} ms, both with ` +
  `the details of their page; of the ${hybrid.p50} ms of a hybrid search the ` +
  `${keyword.p50 > vector.p50 ? 'words' : 'vectors'} are the larger part.`;

/** What is measured: an engine, and how many passages it holds. */
type EngineRun = { readonly engine: 'SQLite' | 'OpenSearch'; readonly passages: number };

/** Hybrid search with one caller, no HTTP; SQLite inside the thread, OpenSearch a process beside it. */
export const searchEngine = ({ engine, passages }: EngineRun): Section => ({
  title: `Search in ${engine}, ${passages} passages`,
  result: `search-engine-${engine === 'SQLite' ? '' : 'opensearch-'}${passages}`,
  command: `node bench/search/engine.ts --passages ${passages}${engine === 'SQLite' ? '' : ' --url http://127.0.0.1:9200?engine=lucene'}`,
  read: (value) => {
    const { written_per_second: written, latency_ms: latency, ...rest } = Result.parse(value);
    return {
      rows: [
        ...percentileRows('hybrid', latency.hybrid, engine === 'SQLite' ? AIMS[passages] : undefined),
        ...recallRows('hybrid', latency.hybrid.vector_recall),
        ...percentileRows('hybrid in a category', latency.hybrid_in_category),
        ...recallRows('hybrid in a category', latency.hybrid_in_category.vector_recall),
        ...percentileRows('hybrid among 50 tagged', latency.hybrid_of_50_tagged),
        ...recallRows('hybrid among 50 tagged', latency.hybrid_of_50_tagged.vector_recall),
        ...percentileRows('keywords only', latency.keyword),
        ...percentileRows('vectors only', latency.vector),
        { what: 'first search, cold', value: Math.max(...rest.cold_first_search_ms), unit: 'ms' },
        { what: 'written', value: written, unit: 'passages/s' },
        { what: 'memory of the process', value: rest.memory_mib, unit: 'MiB' },
      ],
      notes: [limitOf(latency)],
    };
  },
});
