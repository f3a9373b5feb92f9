import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Section, Statement } from '#core/knowledge/article-draft.ts';
import { isInstruction } from '#core/knowledge/verification/is-instruction.ts';
import { verifyDraft } from '#core/knowledge/verification/verify-draft.ts';
import type { GoldFact } from '#samples/truth.ts';
import { seeds } from '#samples/seeds.ts';
import { machine } from '../foundation/machine.ts';
import { sampleEvidence, type SampleEvidence } from './sample-evidence.ts';

// What verification takes away that is right: node bench/knowledge/verification.ts [--tuning] [--show] [--tickets FILE.csv]
// Every true statement of the sample's patterns is cited word for word; of the reporting seeds it writes
// bench/results/verification.json. Of real tickets it counts those that are taken for instructions.

const SECTIONS: Readonly<Record<GoldFact['kind'], Section>> = {
  symptom: 'symptom',
  clue: 'symptom',
  step: 'step',
  cause: 'cause',
  fix: 'step',
  wrong_fix: 'step',
  proof: 'verification',
};

const PORTION = 200;
const show = process.argv.includes('--show');

const statementOf = ({ kind, quote, caseId }: SampleEvidence['facts'][number]): Statement => ({
  section: SECTIONS[kind],
  text: quote,
  sources: [{ caseId, quote }],
});

/** In portions that one draft may have. */
const removedOf = ({ evidence, facts }: SampleEvidence) => {
  const statements = facts.filter(({ kind }) => kind !== 'wrong_fix').map(statementOf);
  const drafts = Array.from({ length: Math.ceil(statements.length / PORTION) }, (_, n) =>
    statements.slice(n * PORTION, (n + 1) * PORTION),
  );
  return drafts.flatMap(
    (some) => verifyDraft({ title: '', summary: '', tags: [], statements: some }, evidence).removed,
  );
};

const measure = (seed: number) => {
  const all = sampleEvidence(seed);
  const removed = all.flatMap(removedOf);
  if (show) for (const { statement, reason } of removed) console.log(reason, JSON.stringify(statement.text));
  const facts = all.reduce(
    (sum, one) => sum + one.facts.filter(({ kind }) => kind !== 'wrong_fix').length,
    0,
  );
  return {
    seed,
    patterns: all.length,
    true_statements: facts,
    removed: removed.length,
    share: Number((removed.length / facts).toFixed(4)),
    reasons: Object.fromEntries(
      Array.from(
        Map.groupBy(removed, ({ reason }) => reason),
        ([reason, some]) => [reason, some.length],
      ),
    ),
  };
};

const Ticket = z.object({ title: z.string(), body: z.string() });

const takenForInstructions = async (file: string) => {
  const tickets = z.array(Ticket).parse(parse(await readFile(file), { columns: true }));
  const taken = tickets.filter(({ title, body }) => isInstruction(`${title}\n${body}`));
  if (show) for (const { body } of taken) console.log(body);
  return { tickets: tickets.length, taken_for_instructions: taken.length };
};

const tuning = process.argv.includes('--tuning');
const results = (tuning ? seeds.tuning : seeds.reporting).map(measure);
console.dir(results, { depth: 4 });
const at = process.argv.indexOf('--tickets');
const file = at < 0 ? undefined : process.argv[at + 1];
const tickets = file === undefined ? undefined : await takenForInstructions(file);
if (tickets !== undefined) console.log(tickets);
if (!tuning)
  await writeFile(
    join(import.meta.dirname, '../results/verification.json'),
    `${JSON.stringify({ machine: machine(), results, tickets }, undefined, 2)}\n`,
  );
