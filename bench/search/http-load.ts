import { Agent, type IncomingMessage, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { percentile } from '../foundation/percentile.ts';
import { generatedCases } from './generated-cases.ts';
import { vocabularyWords } from './vocabulary-words.ts';

// The client of the HTTP benchmark, a process of its own, so that its CPU is not counted as the server's:
// asks `queries` new questions, `clients` at a time, and prints what came of it as JSON.

const Settings = z.object({
  url: z.url(),
  token: z.string(),
  clients: z.int().positive(),
  queries: z.int().positive(),
  /** Another seed asks other questions. */
  seed: z.int(),
});

const settings = Settings.parse(JSON.parse(process.argv[2] ?? ''));
const generated = generatedCases(vocabularyWords(), settings.seed);
const agent = new Agent({ keepAlive: true, maxSockets: settings.clients });
const target = new URL('/api/v1/search/hybrid', settings.url);

const ask = (query: string): Promise<number> => {
  const body = JSON.stringify({ query });
  const headers = {
    authorization: `Bearer ${settings.token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const read = async (answer: IncomingMessage): Promise<number> => {
    const said = await text(answer);
    if (answer.statusCode !== 200) throw new Error(`"${query}": ${answer.statusCode} ${said}`);
    return said.length;
  };
  const call = send(target, { agent, method: 'POST', headers }, (answer) => resolve(read(answer)));
  call.once('error', reject);
  call.end(body);
  return promise;
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

const latencies: number[] = [];
let bytes = 0;
let open = settings.queries;
const client = async (): Promise<void> => {
  while (open > 0) {
    open -= 1;
    const query = generated.query();
    const asked = performance.now();
    const length = await ask(query);
    bytes += length;
    latencies.push(performance.now() - asked);
  }
};

const before = process.cpuUsage();
const started = performance.now();
await Promise.all(Array.from({ length: settings.clients }, client));
const seconds = (performance.now() - started) / 1_000;
const { user, system } = process.cpuUsage(before);
agent.destroy();
console.log(
  JSON.stringify({
    clients: settings.clients,
    queries: settings.queries,
    per_second: Math.round(settings.queries / seconds),
    latency_ms: {
      first: rounded(latencies[0] ?? 0),
      p50: rounded(percentile(latencies, 50)),
      p95: rounded(percentile(latencies, 95)),
      p99: rounded(percentile(latencies, 99)),
    },
    bytes_an_answer: Math.round(bytes / settings.queries),
    client_cpu_ms: rounded((user + system) / 1_000 / settings.queries),
  }),
);
