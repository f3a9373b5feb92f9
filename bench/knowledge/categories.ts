import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { knowledgeSettings } from '#config/knowledge-settings.ts';
import { categoryWords } from '#core/knowledge/categories/category-words.ts';
import { electCategory, NO_CATEGORY } from '#core/knowledge/categories/elect-category.ts';
import { nearestVotes } from '#core/knowledge/categories/nearest-votes.ts';
import { termSpace } from '#core/knowledge/term-space.ts';
import { termsOf } from '#core/knowledge/terms.ts';
import { generateSample } from '#samples/generate-sample.ts';
import { seeds } from '#samples/seeds.ts';
import { machine } from '../foundation/machine.ts';

// How well categories of the sample are told: node bench/knowledge/categories.ts [--tuning] [--wrong]
// Asked of cases of patterns whose source named no category; then of all, as if no source ever had. Of the reporting seeds, writes bench/results/categories.json.

const round = (share: number): number => Number(share.toFixed(4));
const wrong = process.argv.includes('--wrong');

const measure = (seed: number) => {
  const { cases, truths } = generateSample({ seed });
  const hintOf = categoryWords(knowledgeSettings.grouping.categories);
  const texts = cases.map(({ title, description = '' }) => termsOf(`${title}\n${description}`));
  const space = termSpace(texts);
  const told = cases.map((one, n) => ({
    vector: space.vector(texts[n] ?? []),
    truth: truths[n]?.category,
    title: one.title,
    given: hintOf(one)?.given ? one.category : undefined,
    hint: hintOf({ title: one.title, description: one.description }),
  }));
  const votesOf = nearestVotes(
    told.flatMap(({ vector, given }) => (given === undefined ? [] : [{ vector, category: given }])),
  );
  // Those whose source named none are the ones to tell.
  const answers = told
    .filter(({ given }) => given === undefined)
    .map((one) => {
      const near = votesOf(one.vector);
      return {
        ...one,
        near: near.length > 0,
        answer: electCategory([...near, ...(one.hint ? [one.hint] : [])]),
      };
    });
  // As where no source names categories: what keywords tell is all that neighbours know.
  const hintedVotes = nearestVotes(
    told.flatMap(({ vector, hint }) => (hint ? [{ vector, category: hint.category }] : [])),
  );
  const unlabelled = told
    .filter(({ truth }) => truth !== undefined)
    .map(({ vector, hint, truth }) => ({
      truth,
      answer: electCategory([...hintedVotes(vector), ...(hint ? [hint] : [])]),
    }));
  const ofPatterns = answers.filter(({ truth }) => truth !== undefined);
  const share = (some: readonly { truth?: string | undefined; answer: string }[]) =>
    round(some.filter(({ answer, truth }) => answer === truth).length / Math.max(1, some.length));
  if (wrong)
    for (const { title, truth, answer, hint } of ofPatterns
      .filter((one) => one.answer !== one.truth)
      .slice(0, 40))
      console.log(`${truth} told ${answer}${hint ? ' with a keyword' : ''}: ${title}`);
  const noise = answers.filter(({ truth }) => truth === undefined);
  return {
    seed,
    untold_cases: ofPatterns.length,
    accuracy: share(ofPatterns),
    accuracy_without_labels: share(unlabelled),
    with_keyword_share: round(ofPatterns.filter(({ hint }) => hint).length / ofPatterns.length),
    keywords_alone_accuracy: round(
      ofPatterns.filter(({ hint, truth }) => hint?.category === truth).length /
        ofPatterns.filter(({ hint }) => hint).length,
    ),
    with_neighbour_share: round(ofPatterns.filter(({ near }) => near).length / ofPatterns.length),
    noise_left_without: round(noise.filter(({ answer }) => answer === NO_CATEGORY).length / noise.length),
  };
};

const load_before = loadavg()[0];
const tuning = process.argv.includes('--tuning');
const results = (tuning ? seeds.tuning : seeds.reporting).map(measure);
console.table(results);
if (!tuning)
  await writeFile(
    join(import.meta.dirname, '../results/categories.json'),
    `${JSON.stringify({ machine: machine(), load_before, cases: 5000, results }, undefined, 2)}\n`,
  );
