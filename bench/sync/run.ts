import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { runSyncWaves } from '#test/support/run-sync-waves.ts';
import { machine } from '../foundation/machine.ts';

// Waves of changes in the help desk of the laptop form, with syncs, and kills of everything, among them:
// npm run sync:waves -- [--tickets 2000] [--rows 2000] [--waves 5] [--kills 4] [--seed 1]

const { values } = parseArgs({
  options: {
    tickets: { type: 'string', default: '2000' },
    rows: { type: 'string', default: '2000' },
    waves: { type: 'string', default: '5' },
    kills: { type: 'string', default: '4' },
    seed: { type: 'string', default: '1' },
  },
});
const Count = z.coerce.number().int().min(0);
const { tickets, rows, waves, kills, seed } = z
  .object({ tickets: Count, rows: Count, waves: Count.min(1), kills: Count, seed: Count })
  .parse(values);

const dataDirectory = await mkdtemp(join(tmpdir(), 'caselore-waves-'));
try {
  const result = await runSyncWaves({
    dataDirectory,
    seed,
    tickets,
    waves,
    rowsAWave: Math.ceil(rows / waves),
    kills,
    say: (line) => console.log(line),
  });
  const { unlikeInTable, unlikeInIndex, firstSeconds, ...counts } = result;
  const rate = Math.round(tickets / firstSeconds);
  console.log(`first run: ${tickets} tickets with their feeds in ${firstSeconds.toFixed(1)} s, ${rate}/s`);
  const equal = unlikeInTable.length + unlikeInIndex.length === 0;
  console.log(
    `${counts.cases} cases at the end: ${equal ? 'table and index equal the source exactly' : 'NOT equal'}`,
  );
  if (!equal) console.log({ unlikeInTable, unlikeInIndex });
  const file = join(import.meta.dirname, '../results/case-sync.json');
  const report = {
    machine: machine(),
    first_run: { tickets, seconds: firstSeconds, tickets_per_second: rate },
    rows,
    waves,
    kills,
    seed,
    equal,
    ...counts,
  };
  await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`);
  process.exitCode = equal ? 0 : 1;
} finally {
  await rm(dataDirectory, { recursive: true, force: true });
}
