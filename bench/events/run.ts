import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiClient } from '#test/support/api-client.ts';
import { startLocalStack } from '#test/support/local-stack.ts';
import { machine } from '../foundation/machine.ts';
import { measureBatches, measureSingleEvents } from './measure-events.ts';

const [events = '200', requests = '20'] = process.argv.slice(2);
/** Loads the functions before anything is measured. */
const WARM_UP = 20;

const dataDirectory = await mkdtemp(join(tmpdir(), 'caselore-bench-'));
const stack = await startLocalStack({ dataDirectory, stage: 'local' });
try {
  const api = apiClient(stack.url, await stack.token('demo-agent'));
  await measureBatches(api, 0, 1, WARM_UP);
  const batches = await measureBatches(api, WARM_UP, Number(requests), 100);
  const single = await measureSingleEvents(api, WARM_UP + batches.events, Number(events));
  const results = { machine: machine(), single, batches };
  console.log(JSON.stringify(results, undefined, 2));
  await writeFile(
    join(import.meta.dirname, '../results/events.json'),
    `${JSON.stringify(results, undefined, 2)}\n`,
  );
} finally {
  await stack.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
