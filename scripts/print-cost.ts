import { join } from 'node:path';
import { StageName } from '#config/stage-name.ts';
import { synthesize } from '#local/synthesis/synthesize.ts';
import { estimate } from './cost/estimate.ts';
import { LOADS } from './cost/loads.ts';
import { PRICED, PRICES } from './cost/prices.ts';
import { readEnvironment } from './cost/read-environment.ts';

// Prints what an environment costs a month, from its templates: `npm run cost -- dev`.

const named = StageName.safeParse(process.argv[2]);
if (!named.success) {
  console.error(`Usage: npm run cost -- STAGE, one of ${StageName.options.join(', ')}`);
  process.exit(1);
}
const stage = named.data;
const assembly = await synthesize({
  root: join(import.meta.dirname, '..'),
  stage,
  signal: new AbortController().signal,
  log: (line) => console.error(line),
});
const environment = await readEnvironment(assembly, stage);
const columns = LOADS.map((load) => ({ load, lines: estimate(environment, load) }));

const dollars = (amount: number): string => amount.toFixed(2).padStart(12);
const row = (name: string, cells: readonly string[]): string => name.padEnd(24) + cells.join('');

console.log(`Stage ${stage}, US dollars a month, ${PRICED.region}, prices of ${PRICED.read}, no free tier\n`);
console.log(
  row(
    '',
    columns.map(({ load }) => load.name.padStart(12)),
  ),
);
console.log(
  row(
    'records a day',
    columns.map(({ load }) => String(load.records).padStart(12)),
  ),
);
console.log(
  row(
    'searches a day',
    columns.map(({ load }) => String(load.searches).padStart(12)),
  ),
);
for (const [index, { what }] of (columns[0]?.lines ?? []).entries()) {
  console.log(
    row(
      what,
      columns.map(({ lines }) => dollars(lines[index]?.usd ?? 0)),
    ),
  );
}
console.log(
  row(
    'total',
    columns.map(({ lines }) => dollars(lines.reduce((sum, { usd }) => sum + usd, 0))),
  ),
);

const estimated = Object.entries(PRICES).filter(([, price]) => 'estimated' in price);
console.log('\nThe loads and the work of each are assumptions: scripts/cost. Prices that are estimates:');
for (const [name, { usd, per }] of estimated)
  console.log(`  ${name}: ${Number(usd.toPrecision(6))} per ${per}`);
