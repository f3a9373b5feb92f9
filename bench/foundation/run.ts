import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonLines } from '#test/support/a-ticket.ts';
import { apiClient } from '#test/support/api-client.ts';
import { startLocalStack } from '#test/support/local-stack.ts';
import { machine } from './machine.ts';
import { measureImport } from './measure-import.ts';
import { measureSearch } from './measure-search.ts';
import { knownItems, readTickets } from './read-tickets.ts';

const [file] = process.argv.slice(2);
if (file === undefined)
  throw new Error('usage: node bench/foundation/run.ts TICKETS.csv (columns title and body)');

const tickets = readTickets(file);
const known = knownItems(tickets);
const lines = jsonLines(tickets);
const dataDirectory = await mkdtemp(join(tmpdir(), 'caselore-bench-'));
const started = performance.now();
const stack = await startLocalStack({ dataDirectory, stage: 'local' });
try {
  const ready_seconds = Math.round((performance.now() - started) / 10) / 100;
  const api = apiClient(stack.url, await stack.token('demo-admin'));
  const results = {
    machine: machine(),
    tickets: tickets.length,
    ready_seconds,
    first_import: await measureImport(api, lines, tickets.length),
    second_import: await measureImport(api, lines, tickets.length),
    known_items: await measureSearch(api, known, 1),
    // Queries that the first run asked are remembered; other words make these new to the cache.
    titles_with_a_word_more: await measureSearch(
      api,
      known.map((ticket) => ({ ...ticket, title: `${ticket.title} please` })),
      8,
    ),
  };
  console.log(JSON.stringify(results, undefined, 2));
  await writeFile(
    join(import.meta.dirname, '../results/foundation.json'),
    `${JSON.stringify(results, undefined, 2)}\n`,
  );
} finally {
  await stack.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
