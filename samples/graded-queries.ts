import { catalogue, type KnownPattern } from './catalogue.ts';
import { type Chance, createChance } from './chance.ts';
import type { Sample } from './generate-sample.ts';
import { say } from './phrase.ts';
import { withTypos } from './typos.ts';
import type { CaseTruth } from './truth.ts';

/**
 * A query with the cases that were judged for it: 3 answers it with a fix that holds, 2 is of the same problem but tells
 * no fix (or a wrong one), 1 is of the problem that it is confused with, 0 is of another one. What is not named is 0 too.
 */
export type GradedQuery = {
  readonly id: string;
  readonly kind: 'title' | 'complaint' | 'symptom' | 'code' | 'how_to' | 'misspelt';
  readonly query: string;
  readonly pattern: string;
  readonly grades: Readonly<Record<string, number>>;
};

const ZEROS = 12;

const gradeOf = (truth: CaseTruth, { pattern, twin }: KnownPattern, fixed: ReadonlySet<string>): number => {
  if (truth.pattern === undefined) return 0;
  if (truth.pattern === twin?.key) return 1;
  if (truth.pattern !== pattern.key) return 0;
  return fixed.has(truth.case_id) && truth.role !== 'contradicted' ? 3 : 2;
};

const gradesOf = (
  truths: readonly CaseTruth[],
  grade: (truth: CaseTruth) => number,
  others: readonly CaseTruth[],
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...truths.filter((truth) => grade(truth) > 0), ...others].map((truth) => [truth.case_id, grade(truth)]),
  );

const misspelt = (query: string, chance: Chance): string => {
  for (;;) {
    const tried = withTypos(query, 0.4, chance);
    if (tried !== query) return tried;
  }
};

/** A title without slots, as somebody would type it. */
const plainTitle = (titles: readonly string[], chance: Chance): string =>
  say(titles.find((title) => !title.includes('{')) ?? '', {}, chance);

/** Makes seven queries for each pattern, or more where it has more codes, with the grades of the sample's cases. */
export const gradedQueries = ({ cases, truths }: Sample, seed: number): readonly GradedQuery[] => {
  const chance = createChance(seed);
  const fixed = new Set(cases.filter(({ resolution }) => resolution !== undefined).map(({ id }) => id));

  return catalogue.flatMap((known) => {
    const { pattern, family, twin } = known;
    const others = chance.some(
      truths.filter(
        (truth) => truth.pattern === undefined || !family.patterns.some(({ key }) => key === truth.pattern),
      ),
      ZEROS,
    );
    const grades = gradesOf(truths, (truth) => gradeOf(truth, known, fixed), others);
    const complaint = { kind: 'complaint', query: plainTitle(family.complaint[0].titles, chance) } as const;
    const asked = [
      ['title', pattern.title],
      ...pattern.asked.words.map((words) => ['symptom', words] as const),
      ['how_to', pattern.asked.howTo],
      ['misspelt', misspelt(chance.pick([pattern.title, ...pattern.asked.words]), chance)],
      ...family.codes.map((code) => ['code', `${code} ${pattern.component}`] as const),
    ] as const;
    return [
      // The complaint alone cannot tell the two causes apart: the fix of either is a good answer.
      {
        ...complaint,
        grades: gradesOf(
          truths,
          (truth) =>
            Math.max(
              gradeOf(truth, known, fixed),
              twin === undefined ? 0 : gradeOf(truth, { pattern: twin, family, twin: undefined }, fixed),
            ),
          others,
        ),
      },
      ...asked.map(([kind, query]) => ({ kind, query, grades })),
    ].map((asking, place) => ({ id: `${pattern.key}-${place + 1}`, pattern: pattern.key, ...asking }));
  });
};
