import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { findPersonalData } from '#core/privacy/find-personal-data.ts';
import type { PersonalData } from '#core/privacy/personal-data.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import type { SampleCase } from '#samples/sample-case.ts';
import type { CaseTruth } from '#samples/truth.ts';
import { machine } from '../foundation/machine.ts';

// How much personal data is found in the sample, and what is taken for it and is none:
//   node bench/knowledge/personal-data.ts [--tuning] [--show] [--tickets FILE.csv]
// Of the reporting seeds it writes bench/results/personal-data.json. The tickets are real ones whose personal data its
// owner took out: whatever is found in them is a false alarm.

const textsOf = ({ title, description, resolution, feed }: SampleCase): readonly string[] =>
  [title, description, resolution, ...(feed ?? []).map(({ body }) => body)].filter(
    (text) => text !== undefined,
  );

const show = process.argv.includes('--show');

type Counts = { there: number; found: number; known: number };
type Secret = CaseTruth['personal_data'][number];

const placesOf = (text: string, secret: string): readonly number[] =>
  text
    .split(secret)
    .slice(0, -1)
    .map((_, n, before) => before.slice(0, n + 1).join(secret).length);

const holds = (spans: readonly PersonalData[], start: number, end: number): boolean =>
  spans.some((span) => span.start <= start && span.end >= end);

const touches = (spans: readonly PersonalData[], start: number, end: number): boolean =>
  spans.some((span) => span.start < end && span.end > start);

/** Counts what is there and what of it is found, by kind; without and with the customer's address known. */
const countFound = (
  kinds: Map<string, Counts>,
  text: string,
  truth: readonly Secret[],
  address: string,
): void => {
  const alone = findPersonalData(text);
  const informed = findPersonalData(text, { names: [address] });
  for (const { kind, text: secret } of truth)
    for (const at of placesOf(text, secret)) {
      const counts = kinds.get(kind) ?? { there: 0, found: 0, known: 0 };
      const hit = holds(alone, at, at + secret.length);
      if (show && !hit)
        console.log('missed', kind, JSON.stringify(text.slice(Math.max(0, at - 40), at + 40)));
      kinds.set(kind, {
        there: counts.there + 1,
        found: counts.found + Number(hit),
        known: counts.known + Number(touches(informed, at, at + secret.length)),
      });
    }
};

/** What is taken for personal data and is none. Mistyped addresses count here too: the truth has them typed right. */
const alarmsOf = (text: string, truth: readonly Secret[]): number => {
  const alarms = findPersonalData(text).filter(({ start, end }) => {
    const found = text.slice(start, end);
    return !truth.some(({ text: secret }) => secret.includes(found) || found.includes(secret));
  });
  if (show)
    for (const { start, end, kind } of alarms)
      console.log('alarm', kind, JSON.stringify(text.slice(Math.max(0, start - 20), end + 20)));
  return alarms.length;
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const measure = (seed: number) => {
  const { cases, truths } = generateSample({ seed });
  const kinds = new Map<string, Counts>();
  const known = new Map(truths.map((truth) => [truth.case_id, truth]));
  const alarms = cases.map((line) => {
    const truth = known.get(line.id)?.personal_data ?? [];
    for (const text of textsOf(line)) countFound(kinds, text, truth, line.customer_email);
    return total(textsOf(line).map((text) => alarmsOf(text, truth)));
  });
  const facts = truths.flatMap(({ gold_facts: gold, personal_data: secrets }) =>
    gold.filter(({ quote }) => !secrets.some(({ text }) => quote.includes(text))),
  );
  return {
    seed,
    ...Object.fromEntries(
      [...kinds].flatMap(([kind, { there, found, known: informed }]) => [
        [`${kind}s`, there],
        [`${kind}_recall`, Number((found / there).toFixed(4))],
        ...(kind === 'name' ? [['name_recall_known', Number((informed / there).toFixed(4))]] : []),
      ]),
    ),
    false_alarms: total(alarms),
    gold_facts: facts.length,
    gold_facts_spoiled: facts.filter(({ quote }) => findPersonalData(quote).length > 0).length,
  };
};

const Ticket = z.object({ title: z.string(), body: z.string() });

const falseAlarms = async (file: string) => {
  const tickets = z.array(Ticket).parse(parse(await readFile(file), { columns: true }));
  const found = tickets.flatMap(({ title, body }) =>
    [title, body].flatMap((text) =>
      findPersonalData(text).map(({ start, end, kind }) => ({ kind, found: text.slice(start, end) })),
    ),
  );
  if (show) console.table(found);
  return { tickets: tickets.length, false_alarms: found.length };
};

const tuning = process.argv.includes('--tuning');
const results = (tuning ? seeds.tuning : seeds.reporting).map(measure);
console.table(results);
const at = process.argv.indexOf('--tickets');
const file = at < 0 ? undefined : process.argv[at + 1];
const tickets = file === undefined ? undefined : await falseAlarms(file);
if (tickets !== undefined) console.log(tickets);
if (!tuning)
  await writeFile(
    join(import.meta.dirname, '../results/personal-data.json'),
    `${JSON.stringify({ machine: machine(), results, tickets }, undefined, 2)}\n`,
  );
