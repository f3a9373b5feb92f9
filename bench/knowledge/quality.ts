import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeds } from '#samples/seeds.ts';
import { machine } from '../foundation/machine.ts';
import { measureQuality } from './quality/measure-quality.ts';

// How good the knowledge is that is made of the sample, from its cases to the rendered articles:
// node bench/knowledge/quality.ts [--tuning] [--seed 11] [--size 5000]
// Of the reporting seeds it writes bench/results/knowledge-quality.json.

const { values } = parseArgs({
  options: {
    tuning: { type: 'boolean', default: false },
    seed: { type: 'string' },
    size: { type: 'string', default: '5000' },
  },
});
const size = Number(values.size);
const chosen =
  values.seed === undefined ? (values.tuning ? seeds.tuning : seeds.reporting) : [Number(values.seed)];

const results = [];
for (const seed of chosen) {
  const result = await measureQuality(seed, size);
  console.log(JSON.stringify(result, undefined, 2));
  results.push(result);
}
if (!values.tuning && values.seed === undefined)
  await writeFile(
    join(import.meta.dirname, '../results/knowledge-quality.json'),
    `${JSON.stringify({ machine: machine(), cases: size, results }, undefined, 2)}\n`,
  );
