import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { FunctionName } from '#config/function-name.ts';
import { bundleAll } from '#lib/bundling/bundle-all.ts';
import { machine } from '../foundation/machine.ts';
import { percentile } from '../foundation/percentile.ts';

/*
 * Time to load functions: a fresh process, its bundle, the layer and the AWS SDK beside it, with the switches that a
 * laptop sets. `node bench/functions/load.ts` writes bench/results/function-load.json.
 */
const ROUNDS = 7;
const ROOT = join(import.meta.dirname, '../..');
// Inside the repository, so that bundles find the SDK, which Lambda's runtime brings.
const into = join(ROOT, 'cdk.out/bench-load');
rmSync(into, { recursive: true, force: true });
mkdirSync(into, { recursive: true });
const bundles = await bundleAll({
  root: ROOT,
  into,
  engine: 'sqlite',
  embedder: { name: 'static' },
  writer: { name: 'extractive' },
});

/** Answers what functions read while they load: the key that signs search ids, and that no generation is there yet. */
const SECRET = JSON.stringify({ Item: { secret: { B: Buffer.alloc(32).toString('base64') } } });
const tables = createServer(async (request, response) => {
  const asked = await text(request);
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(asked.includes('search_stats_table') ? SECRET : '{}');
});
tables.listen(0, '127.0.0.1');
await once(tables, 'listening');
const address = z.object({ port: z.number() }).parse(tables.address());
const endpoint = `http://127.0.0.1:${address.port}`;

/** Those that somebody waits for; the others need settings of their own and start in the background. */
const FUNCTIONS = [
  'authorise',
  'cases',
  'knowledge',
  'imports',
  'search',
  'api-docs',
  'write-segment',
  'project-changes',
] as const satisfies readonly FunctionName[];

const NAMES = [
  'SEARCH_GENERATIONS_TABLE',
  'SOURCE_TABLE',
  'BREAKERS_TABLE',
  'CASES_TABLE',
  'ARTICLES_TABLE',
  'ARTICLE_VERSIONS_TABLE',
  'PRINCIPALS_TABLE',
  'IDEMPOTENCY_TABLE',
  'IMPORTS_TABLE',
  'SEARCH_STATS_TABLE',
  'CONTENT_BUCKET',
  'IMPORTS_BUCKET',
];
const QUEUES = ['REBUILD', 'DISPATCH', 'UPLOADS', 'SEGMENTS', 'VERIFICATION', 'REPAIRS'];
const environment = {
  NODE_OPTIONS: '--enable-source-maps',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_ENDPOINT_URL: endpoint,
  POWERTOOLS_TRACE_ENABLED: 'false',
  POWERTOOLS_SERVICE_NAME: 'bench',
  POWERTOOLS_METRICS_NAMESPACE: 'Caselore',
  SEARCH_URL: `sqlite:${into}/index`,
  EMBEDDER: 'static',
  ISSUER_URL: endpoint,
  PUBLIC_URL: endpoint,
  METRIC_SOURCES: JSON.stringify({
    api: { name: 'bench', stage: 'bench' },
    functions: {},
    queues: {},
    deadEnds: {},
    projector: 'bench',
  }),
  METRICS_CACHE_SECONDS: '5',
  STAGE: 'bench',
  ...Object.fromEntries(NAMES.map((name) => [name, name.toLowerCase()])),
  ...Object.fromEntries(QUEUES.map((name) => [`${name}_QUEUE_URL`, `${endpoint}/queue`])),
};

const run = promisify(execFile);
const Loaded = z.object({ milliseconds: z.number(), cpu: z.number() });

const load = async (name: FunctionName): Promise<z.infer<typeof Loaded>> => {
  const bundle = pathToFileURL(join(bundles.functionDirectory(name), 'index.mjs')).href;
  const script = join(import.meta.dirname, 'load-one.ts');
  const { stdout } = await run(process.execPath, [script, bundles.layer, bundle], { env: environment });
  return Loaded.parse(JSON.parse(stdout));
};

const bytesIn = (directory: string): number =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs'))
    .reduce((sum, file) => sum + statSync(join(directory, file)).size, 0);

const rounded = (value: number): number => Math.round(value * 10) / 10;
const loadBefore = loadavg()[0];
const functions = [];
for (const name of FUNCTIONS) {
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await load(name));
  functions.push({
    name,
    milliseconds: rounded(
      percentile(
        rounds.map(({ milliseconds }) => milliseconds),
        50,
      ),
    ),
    cpu_milliseconds: rounded(
      percentile(
        rounds.map(({ cpu }) => cpu),
        50,
      ),
    ),
    bytes: bytesIn(bundles.functionDirectory(name)) + bytesIn(bundles.layer),
  });
  console.log(JSON.stringify(functions.at(-1)));
}
tables.close();
rmSync(into, { recursive: true, force: true });
writeFileSync(
  join(import.meta.dirname, '../results/function-load.json'),
  `${JSON.stringify({ machine: machine(), load_before: loadBefore, functions }, undefined, 2)}\n`,
);
