import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { catalogue } from './catalogue.ts';
import { families } from './patterns/families.ts';
import { generateSample } from './generate-sample.ts';
import { gradedQueries } from './graded-queries.ts';
import { products } from './products.ts';
import { seeds } from './seeds.ts';

// Writes the sample and its ground truth as JSON Lines: node samples/write.ts [--seed 7] [--cases 5000] [--out samples]

const { values } = parseArgs({
  options: { seed: { type: 'string' }, cases: { type: 'string' }, out: { type: 'string' } },
});
const {
  seed,
  cases: size,
  out,
} = z
  .object({
    seed: z.coerce.number().int().default(seeds.demo),
    cases: z.coerce.number().int().min(1).max(100_000).default(5000),
    out: z.string().default(import.meta.dirname),
  })
  .parse(values);

const sample = generateSample({ seed, size });
const known = catalogue.map(({ pattern, family, twin }) => ({
  key: pattern.key,
  title: pattern.title,
  category: family.category,
  component: pattern.component,
  cause: pattern.cause,
  fix: pattern.fix,
  steps: pattern.steps,
  codes: family.codes,
  confused_with: twin?.key,
}));
const files: Readonly<Record<string, readonly unknown[]>> = {
  'cases.jsonl': sample.cases,
  'truth/cases.jsonl': sample.truths,
  'truth/patterns.jsonl': known,
  'truth/confusable-pairs.jsonl': families.flatMap(({ category, patterns: [one, other] }) =>
    other === undefined ? [] : [{ category, patterns: [one.key, other.key] }],
  ),
  'truth/products.jsonl': products,
  'truth/queries.jsonl': gradedQueries(sample, seed),
};

await mkdir(join(out, 'truth'), { recursive: true });
for (const [name, rows] of Object.entries(files))
  await writeFile(join(out, name), `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`);
console.log(
  `${Object.entries(files)
    .map(([name, rows]) => `${name} ${rows.length}`)
    .join(', ')} written to ${out}`,
);
