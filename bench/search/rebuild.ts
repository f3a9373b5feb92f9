import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { IndexStatus } from '#contracts/index-status.ts';
import { jsonLines } from '#test/support/a-ticket.ts';
import { apiClient } from '#test/support/api-client.ts';
import { startLocalStack } from '#test/support/local-stack.ts';
import { machine } from '../foundation/machine.ts';
import { generatedCases } from './generated-cases.ts';

/*
 * How long a rebuild of the index takes on the laptop stack, its two waits of 2 s included, with nobody else at work.
 * Texts are those of generatedCases. `node bench/search/rebuild.ts --passages 10000`
 */
const { values } = parseArgs({
  options: { passages: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const passages = Number(values.passages);
const STATUS = '/api/v1/admin/index';

const vocabulary = await readFile(join(import.meta.dirname, '../../models/vocab.txt'), 'utf8');
const words = vocabulary.split('\n').filter((piece) => /^[a-z]{2,}$/.test(piece));
const generated = generatedCases(words, Number(values.seed));
const lines = jsonLines(
  Array.from({ length: passages }, (_, n) => ({ id: `case-${n}`, ...generated.next() })),
);

const dataDirectory = await mkdtemp(join(tmpdir(), 'caselore-bench-'));
const stack = await startLocalStack({ dataDirectory, stage: 'local' });
try {
  const api = apiClient(stack.url, await stack.token('demo-admin'));
  await api.untilImport(await api.upload(lines), ['completed'], 600);
  const load_before = loadavg()[0];
  await api.post(`${STATUS}/rebuild`, {});
  const firstSeen = new Map<string, number>();
  const began = performance.now();
  for (;;) {
    const { rebuild } = IndexStatus.parse((await api.get(STATUS)).body);
    const state = rebuild?.state ?? 'ended';
    if (!firstSeen.has(state)) firstSeen.set(state, performance.now());
    if (!rebuild) break;
    await pause(100);
  }
  const secondsBetween = (from: string, to: string): number =>
    Math.round(((firstSeen.get(to) ?? Number.NaN) - (firstSeen.get(from) ?? Number.NaN)) / 10) / 100;
  const results = {
    machine: machine(),
    load_before,
    passages,
    seconds: {
      waiting: secondsBetween('waiting', 'copying'),
      copying: secondsBetween('copying', 'comparing'),
      comparing: secondsBetween('comparing', 'ended'),
      all: Math.round((performance.now() - began) / 10) / 100,
    },
  };
  console.log(JSON.stringify(results, undefined, 2));
  await writeFile(
    join(import.meta.dirname, '../results/rebuild.json'),
    `${JSON.stringify(results, undefined, 2)}\n`,
  );
} finally {
  await stack.stop();
  await rm(dataDirectory, { recursive: true, force: true });
}
