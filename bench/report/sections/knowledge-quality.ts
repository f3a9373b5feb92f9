import * as z from 'zod';
import type { Aim, Row, Section } from '../section.ts';

const One = z.looseObject({
  seed: z.number(),
  resolved_cases: z.number(),
  pairwise: z.object({ precision: z.number(), recall: z.number() }),
  b_cubed: z.object({ precision: z.number(), recall: z.number() }),
  noise: z.object({ cases: z.number(), grouped: z.number() }),
  articles: z.looseObject({
    written: z.number(),
    true_patterns: z.number(),
    true_patterns_told: z.number(),
    duplicates: z.number(),
  }),
  claims: z.looseObject({ claims: z.number(), support: z.number(), unsupported_literals: z.number() }),
  gold_facts: z.looseObject({ coverage: z.number(), best_telling: z.number(), every_fact: z.number() }),
  wrong_fixes: z.number(),
  personal_data_leaks: z.number(),
  customer_leaks: z.number(),
  refusals: z.looseObject({
    whole_accepted: z.number(),
    lacking_refused: z.number(),
    right_reason: z.number(),
  }),
});
type One = z.infer<typeof One>;
const Result = z.looseObject({ results: z.array(One) });

const least = (value: number): Aim => ({ value, is: 'least' });
const none: Aim = { value: 0, is: 'most' };

const rowsOf = (one: One): readonly Row[] => {
  const row = (what: string, value: number, aim?: Aim): Row => ({
    what: `seed ${one.seed}, ${what}`,
    value,
    unit: '',
    aim,
  });
  return [
    row('pairwise precision', one.pairwise.precision, least(0.95)),
    row('pairwise recall', one.pairwise.recall, least(0.8)),
    row('B-cubed precision', one.b_cubed.precision),
    row('B-cubed recall', one.b_cubed.recall),
    row('cases of no pattern that were grouped', one.noise.grouped),
    row('true patterns', one.articles.true_patterns),
    row('true patterns with an article', one.articles.true_patterns_told),
    row('articles about a pattern that has one', one.articles.duplicates),
    row(`support of ${one.claims.claims} claims`, one.claims.support, least(1)),
    row('unsupported literals', one.claims.unsupported_literals, none),
    row('kinds of gold facts that an article tells', one.gold_facts.coverage, least(0.8)),
    row('gold facts of the telling that it follows', one.gold_facts.best_telling),
    row('gold facts of all tellings', one.gold_facts.every_fact),
    row('fixes that were taken back', one.wrong_fixes, none),
    row('personal data', one.personal_data_leaks, none),
    row('names of customers', one.customer_leaks, none),
    row('whole patterns let pass', one.refusals.whole_accepted),
    row('patterns that lack something refused', one.refusals.lacking_refused),
    row('… for the right reason', one.refusals.right_reason),
  ];
};

/** How good the articles are that the extractive writer makes of a sample, against its ground truth. */
export const knowledgeQuality: Section = {
  title: 'Quality of knowledge made of the sample',
  result: 'knowledge-quality',
  command: 'npm run bench:knowledge',
  read: (value) => ({
    rows: Result.parse(value).results.flatMap(rowsOf),
    notes: [
      'Kinds of gold facts: of cause, fix, step and proof, an article tells one at least in the section where it belongs, word for word or mistyped. Of the telling that it follows: all facts of that kind which cases of one way of speaking tell. Of all tellings: an article is short on purpose, and leaves out what says the same in other words.',
      'Refusals: each true pattern whole, then without its causes, without fixes and steps, without steps, without proofs (and mails of customers), and its unresolved cases alone.',
    ],
  }),
};
