import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { arch, cpus, loadavg, platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rememberingQueryEmbedder } from '#adapters/embedded/remembering-query-embedder.ts';
import { staticEmbedder } from '#adapters/embedded/static-embedder.ts';
import { sqliteSearchIndex } from '#adapters/sqlite/sqlite-search-index.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { ulidIds } from '#adapters/system/ulid-ids.ts';
import { HybridSearch } from '#contracts/search.ts';
import { embedPassages } from '#core/projection/embed-passages.ts';
import { passageOfCase } from '#core/projection/passage-of-case.ts';
import { searchHybrid } from '#core/use-cases/search-hybrid.ts';
import { aCase } from '#test/support/a-case.ts';
import { memoryArticleStore } from '#test/support/memory-article-store.ts';
import { memoryCaseStore } from '#test/support/memory-case-store.ts';
import { generatedCases } from './generated-cases.ts';

/*
 * Speed of hybrid search inside the engine: embedding, both arms, fusion, check against rows in memory, snippets.
 * Every query is new, so that no cache helps. `node bench/search/engine.ts --passages 10000 --queries 1000`
 */
const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const BATCH = 200;
const WARM_UP = 100;

const models = join(import.meta.dirname, '../../models');
const vocabulary = readFileSync(join(models, 'vocab.txt'));
const words = vocabulary
  .toString()
  .split('\n')
  .filter((piece) => /^[a-z]{2,}$/.test(piece));
const embedder = staticEmbedder({ table: readFileSync(join(models, 'static-en-256.bin')), vocabulary });

const directory = mkdtempSync(join(tmpdir(), 'caselore-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const index = sqliteSearchIndex({ directory, model: embedder.model });

const generated = generatedCases(words, Number(values.seed));
const rows = Array.from({ length: Number(values.passages) }, (_, n) =>
  aCase({ id: `case-${n}`, content: generated.next() }),
);

let [embedding, writing] = [0, 0];
for (let start = 0; start < rows.length; start += BATCH) {
  const began = performance.now();
  const passages = await embedPassages(embedder, rows.slice(start, start + BATCH).map(passageOfCase));
  const embedded = performance.now();
  await index.upsert(passages);
  embedding += embedded - began;
  writing += performance.now() - embedded;
}

const search = searchHybrid({
  cases: memoryCaseStore(rows),
  articles: memoryArticleStore(),
  index,
  embedder: rememberingQueryEmbedder(embedder),
  hasher: nodeHasher,
  clock: systemClock,
  ids: ulidIds(),
});
/** Milliseconds of this thread's CPU: unlike the wall clock, hardly moved by what else the machine does. */
const cpu = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};
const timed = async (request: HybridSearch): Promise<{ wall: number; cpu: number }> => {
  const [began, worked] = [performance.now(), cpu()];
  await search('demo', request);
  return { wall: performance.now() - began, cpu: cpu() - worked };
};
const percentiles = (times: readonly number[]): Record<string, number> => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(2));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
};
const measure = async (extra: object) => {
  const requests = Array.from({ length: WARM_UP + Number(values.queries) }, () =>
    HybridSearch.parse({ query: generated.query(), ...extra }),
  );
  const times = [];
  for (const request of requests) times.push(await timed(request));
  const measured = times.slice(WARM_UP);
  return {
    wall: percentiles(measured.map(({ wall }) => wall)),
    cpu: percentiles(measured.map((time) => time.cpu)),
  };
};

const perSecond = (milliseconds: number): number => Math.round(rows.length / (milliseconds / 1_000));
console.log(
  JSON.stringify(
    {
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, platform: platform(), arch: arch() },
      node: process.version,
      load_before: loadavg()[0],
      passages: rows.length,
      queries: Number(values.queries),
      model: embedder.model,
      written_per_second: perSecond(writing),
      embedded_per_second: perSecond(embedding),
      latency_ms: {
        hybrid: await measure({}),
        filtered: await measure({ filters: { category: 'category-3' } }),
        keyword: await measure({ weights: { keyword: 1, vector: 0 } }),
        vector: await measure({ weights: { keyword: 0, vector: 1 } }),
      },
    },
    undefined,
    2,
  ),
);
