import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { jsonLines } from '#test/support/a-ticket.ts';
import { apiClient } from '#test/support/api-client.ts';
import { type LocalStack, startLocalStack } from '#test/support/local-stack.ts';
import { machine } from '../foundation/machine.ts';
import { measureImport } from '../foundation/measure-import.ts';
import { generatedCases } from './generated-cases.ts';
import { cpuByPart, cpuPerRequest } from './process-cpu.ts';
import { vocabularyWords } from './vocabulary-words.ts';

/*
 * Speed of hybrid search over HTTP: gateway, authoriser, function, index and the check against the rows. Every query is
 * new, so that no cache helps. The client is a process of its own; CPU is read from /proc, by process and thread.
 * `node bench/search/http.ts --passages 10000 --queries 2000 --clients 1,4,8,16`
 */
const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '10000' },
    queries: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '1,4,8,16' },
    seed: { type: 'string', default: '1' },
    /** Keeps the data there, and imports nothing when they are there already. */
    data: { type: 'string' },
    /** Name of the result; `none` writes no file. */
    result: { type: 'string', default: 'search-http' },
  },
});
const WARM_UP = 200;
const COLD = 50;
/** Records of one import: the largest that a person would upload at once is larger, but all are equal here. */
const MOST_RECORDS = 50_000;

const passages = Number(values.passages);
const words = vocabularyWords();
const run = promisify(execFile);

const load = async (stack: LocalStack, settings: { clients: number; queries: number; seed: number }) => {
  const token = await stack.token('demo-admin');
  const before = cpuByPart(stack.pid);
  const { stdout } = await run(process.execPath, [
    join(import.meta.dirname, 'http-load.ts'),
    JSON.stringify({ url: stack.url, token, ...settings }),
  ]);
  const cpu = cpuPerRequest(before, cpuByPart(stack.pid), settings.queries);
  const sum = Object.values(cpu).reduce((total, part) => total + part, 0);
  return { ...JSON.parse(stdout), server_cpu_ms: Math.round(sum * 100) / 100, server_cpu_ms_by_part: cpu };
};

const importCases = async (stack: LocalStack) => {
  const api = apiClient(stack.url, await stack.token('demo-admin'));
  const health = await api.get('/api/v1/health/detailed');
  if (health.body.components.vector_store.vector_count >= passages) return [];
  const generated = generatedCases(words, Number(values.seed));
  const imports = [];
  for (let from = 0; from < passages; from += MOST_RECORDS) {
    const length = Math.min(MOST_RECORDS, passages - from);
    const records = Array.from({ length }, (_, n) => ({ id: `case-${from + n}`, ...generated.next() }));
    imports.push(await measureImport(api, jsonLines(records), length));
  }
  return imports;
};

const dataDirectory = values.data ?? (await mkdtemp(join(tmpdir(), 'caselore-bench-')));
await mkdir(dataDirectory, { recursive: true });
const start = async (): Promise<LocalStack> => startLocalStack({ dataDirectory, stage: 'local' });
const loadBefore = loadavg()[0];
let stack = await start();
try {
  const imports = await importCases(stack);
  // A stack that has just started: threads, connections and caches are made by the first questions.
  await stack.stop();
  stack = await start();
  const cold = await load(stack, { clients: 1, queries: COLD, seed: 101 });
  await load(stack, { clients: 8, queries: WARM_UP, seed: 102 });
  const warm = [];
  for (const [n, clients] of values.clients.split(',').map(Number).entries()) {
    warm.push(await load(stack, { clients, queries: Number(values.queries), seed: 1_000 + n }));
    console.error(JSON.stringify(warm.at(-1)));
  }
  const result = { machine: machine(), load_before: loadBefore, passages, imports, cold, warm };
  console.log(JSON.stringify(result, undefined, 2));
  if (values.result !== 'none')
    await writeFile(
      join(import.meta.dirname, `../results/${values.result}.json`),
      `${JSON.stringify(result, undefined, 2)}\n`,
    );
} finally {
  await stack.stop();
  if (values.data === undefined) await rm(dataDirectory, { recursive: true, force: true });
}
