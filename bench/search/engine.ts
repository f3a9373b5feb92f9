import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { HybridSearch } from '#contracts/search.ts';
import type { PassageFilters } from '#core/search/passage-filters.ts';
import type { SearchIndex } from '#core/ports/search-index.ts';
import { searchHybrid } from '#core/use-cases/search-hybrid.ts';
import { engineOf } from '#lambdas/wiring/engine-of.ts';
import { openSearchIndex } from '#lambdas/wiring/open-search-index.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { machine } from '../foundation/machine.ts';
import { percentile } from '../foundation/percentile.ts';
import { exactNearest } from './exact-nearest.ts';
import { generatedTenant } from './generated-tenant.ts';

/*
 * Speed and recall of search inside the engine: embedding of the query, both arms, fusion, check against rows in memory,
 * snippets. Every query is new, so that no answer comes from a cache. Texts are those of generated-cases.ts.
 * `node bench/search/engine.ts --passages 10000 [--queries 1000] [--seed 1]` writes bench/results/search-engine-<passages>.json.
 * 1,000,000 passages take some 15 minutes, 8 GB of memory and 5 GB of disk.
 * `--url http://127.0.0.1:9200?engine=lucene` measures an OpenSearch (npm run opensearch), search-engine-opensearch-<passages>.json.
 */
const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    url: { type: 'string' },
  },
});
const WARM_UP = 100;
const COLD = 3;
/** Queries whose recall is looked at: each is compared with every vector. */
const RECALLED = 50;
/** Candidates of the vector arm, as search-limits.ts has them. */
const NEAREST = 200;

const passages = Number(values.passages);
const load_before = loadavg()[0];
const directory = mkdtempSync(join(tmpdir(), 'caselore-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

const { embedder, query, fill } = generatedTenant(Number(values.seed));
const url = values.url ?? `sqlite:${directory}`;
const engine = engineOf(url);
const openIndex = (): Promise<SearchIndex> =>
  openSearchIndex(url, { model: embedder.model, dimensions: embedder.dimensions, generation: 1 });
const filled = await openIndex();
const { rows, vectors, spent } = await fill(filled, passages);
while ((await filled.count('demo')) < passages) await pause(500);
const cases = memoryCaseStore(rows);

const searchOf = (index: SearchIndex) =>
  searchHybrid({
    cases,
    articles: memoryArticleStore(),
    index,
    embedder: rememberingQueryEmbedder(embedder),
    hitMemory: { recall: () => undefined, remember: () => undefined },
    faults: { record: (event) => console.error(event) },
    hasher: nodeHasher,
    clock: systemClock,
    ids: ulidIds(),
  });
const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
/** Milliseconds of this thread's CPU: unlike the wall clock, hardly moved by what else the machine does. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
const timed = async (search: ReturnType<typeof searchOf>, extra: object): Promise<number> => {
  const request = HybridSearch.parse({ query: query(), ...extra });
  const began = performance.now();
  await search('demo', request);
  return performance.now() - began;
};

/** The first search of a thread reads the tenant into memory; the files are in the memory of the system already. */
const cold = [];
for (let n = 0; n < COLD; n += 1) cold.push(await timed(searchOf(await openIndex()), {}));

const index = await openIndex();
const search = searchOf(index);

/** The share of the exactly nearest that the vector arm finds, among its 10 and among its 200 first. */
const recall = async (filters: PassageFilters, accepts: (row: (typeof rows)[number]) => boolean) => {
  const found = { at_10: 0, at_200: 0 };
  for (let n = 0; n < RECALLED; n += 1) {
    const [vector] = await embedder.embed([query()], { tenant: 'demo', purpose: 'query' });
    if (!vector) throw new Error('no vector');
    const { vector: hits } = await index.search({
      tenant: 'demo',
      kinds: ['case'],
      filters,
      vector,
      limit: NEAREST,
    });
    const exact = exactNearest(vectors, vector, NEAREST, (number) => {
      const row = rows[number];
      return row !== undefined && accepts(row);
    });
    const share = (most: number): number => {
      const ids = new Set(hits.slice(0, most).map(({ id }) => id));
      const wanted = exact.slice(0, most);
      return wanted.filter((number) => ids.has(`case-${number}`)).length / wanted.length;
    };
    found.at_10 += share(10) / RECALLED;
    found.at_200 += share(NEAREST) / RECALLED;
  }
  return { at_10: rounded(found.at_10), at_200: rounded(found.at_200) };
};

const measure = async (extra: object) => {
  for (let n = 0; n < WARM_UP; n += 1) await timed(search, extra);
  const times = [];
  const worked = cpu();
  for (let n = 0; n < Number(values.queries); n += 1) times.push(await timed(search, extra));
  return {
    p50: rounded(percentile(times, 50)),
    p95: rounded(percentile(times, 95)),
    p99: rounded(percentile(times, 99)),
    max: rounded(percentile(times, 100)),
    cpu_mean: rounded((cpu() - worked) / times.length),
  };
};

const all = await recall({}, () => true);
const inCategory = await recall(
  { category: ['category-3'] },
  ({ content }) => content.category === 'category-3',
);
const tagged = await recall({ tags: ['tag-3'] }, ({ content }) => content.tags?.includes('tag-3') === true);
const perSecond = (milliseconds: number): number => Math.round(passages / (milliseconds / 1_000));
const result = {
  machine: machine(),
  load_before,
  engine,
  texts: 'generated-cases.ts: words of the model by Zipf’s law, lengths log-normal, titles, codes',
  passages,
  queries: Number(values.queries),
  seed: Number(values.seed),
  model: embedder.model,
  written_per_second: perSecond(spent.writing),
  embedded_per_second: perSecond(spent.embedding),
  cold_first_search_ms: cold.map(rounded),
  latency_ms: {
    hybrid: { ...(await measure({})), vector_recall: all },
    hybrid_in_category: {
      ...(await measure({ filters: { category: 'category-3' } })),
      vector_recall: inCategory,
    },
    hybrid_of_50_tagged: { ...(await measure({ filters: { tags: ['tag-3'] } })), vector_recall: tagged },
    keyword: await measure({ weights: { keyword: 1, vector: 0 } }),
    vector: { ...(await measure({ weights: { keyword: 0, vector: 1 } })), vector_recall: all },
  },
  memory_mib: Math.round(process.memoryUsage().rss / 2 ** 20),
};
console.log(JSON.stringify(result, undefined, 2));
writeFileSync(
  join(
    import.meta.dirname,
    `../results/search-engine-${engine === 'sqlite' ? '' : `${engine}-`}${passages}.json`,
  ),
  `${JSON.stringify(result, undefined, 2)}\n`,
);
