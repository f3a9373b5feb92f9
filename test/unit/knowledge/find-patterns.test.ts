import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPatterns } from '#core/knowledge/find-patterns.ts';
import { keepPatternIds } from '#core/knowledge/keep-pattern-ids.ts';
import { neighbourGraph } from '#core/knowledge/neighbour-graph.ts';
import { termedCase, type PatternCase } from '#core/knowledge/pattern-case.ts';
import { termSpace } from '#core/knowledge/term-space.ts';
import { termsOf } from '#core/knowledge/terms.ts';

const NEEDS = { cases: 5, customers: 2 };

const graphOf = (cases: readonly PatternCase[], textOf: (one: PatternCase) => string) => {
  const graph = neighbourGraph(termSpace(cases.map((one) => termsOf(textOf(one)))));
  for (const one of cases) graph.add(one.id, termsOf(textOf(one)));
  return graph;
};
const patternsIn = (cases: readonly PatternCase[], needs = NEEDS) =>
  findPatterns(
    cases.map(termedCase),
    { problems: graphOf(cases, ({ problem }) => problem), remedies: graphOf(cases, ({ remedy }) => remedy) },
    needs,
  );

/** Two wordings of a complaint, and of two remedies for it: nothing is shared across wordings. */
const TOLD = {
  plain: {
    complaint: 'notebook crawls while charging cable',
    clue: { worn: 'tip bent badly', fake: 'cheap airport purchase' },
  },
  technical: {
    complaint: 'PROCHOT asserted frequency locked 400MHz',
    clue: { worn: 'centre pin open circuit', fake: 'vendor ident absent' },
  },
} as const;
const MENDED = {
  plain: { worn: 'broken needle inside plug replaced charger', fake: 'genuine charger bought instead copy' },
  technical: {
    worn: 'ID conductor fractured adapter swapped',
    fake: 'third-party PSU without EEPROM exchanged',
  },
} as const;
type Voice = keyof typeof TOLD;
type Cause = keyof (typeof MENDED)['plain'];

let made = 0;
const someCases = (count: number, told: Voice, mended: Voice, cause: Cause): PatternCase[] =>
  Array.from({ length: count }, (_, n) => {
    made += 1;
    return {
      id: `case-${String(made).padStart(5, '0')}`,
      customer: `customer-${n % 3}`,
      problem: `${TOLD[told].complaint} ${TOLD[told].clue[cause]}`,
      remedy: MENDED[mended][cause],
    };
  });
const idsOf = (...cases: readonly PatternCase[][]): readonly string[] =>
  cases
    .flat()
    .map(({ id }) => id)
    .toSorted();

describe('patterns', () => {
  it('are cases whose problem and remedy are told alike', () => {
    const [worn, fake] = [someCases(6, 'plain', 'plain', 'worn'), someCases(8, 'plain', 'plain', 'fake')];

    expect(patternsIn([...worn, ...fake]).map(({ caseIds }) => caseIds)).toEqual([idsOf(fake), idsOf(worn)]);
  });

  it('join two wordings when cases are told in one and mended in the other, and keep twins apart', () => {
    const worn = [
      someCases(8, 'plain', 'plain', 'worn'),
      someCases(7, 'technical', 'technical', 'worn'),
      someCases(2, 'technical', 'plain', 'worn'),
    ];
    const fake = [
      someCases(6, 'plain', 'plain', 'fake'),
      someCases(9, 'technical', 'technical', 'fake'),
      someCases(2, 'plain', 'technical', 'fake'),
    ];

    const patterns = patternsIn([...worn, ...fake].flat());

    expect(patterns.map(({ caseIds }) => caseIds)).toEqual([idsOf(...worn), idsOf(...fake)]);
    expect(patterns[0]).toMatchObject({ customers: 3, remedies: [{ length: 10 }, { length: 7 }] });
    // The join is explained by the cases that stand with one foot in each wording.
    expect(patterns[0]!.joins.flatMap(({ witnesses }) => witnesses)).toEqual(idsOf(worn[2]!));
    expect(patterns[0]!.joins[0]!.odds).toBeGreaterThan(3);
  });

  it('stay apart while nobody says that two wordings mean the same', () => {
    const cases = [
      ...someCases(6, 'plain', 'plain', 'worn'),
      ...someCases(6, 'technical', 'technical', 'worn'),
    ];

    expect(patternsIn(cases)).toHaveLength(2);
  });

  it.each([
    [1, 2],
    [2, 1],
  ])('are joined by two witnesses, never by one: %i witnesses, %i patterns', (witnesses, patterns) => {
    const cases = [
      ...someCases(10, 'plain', 'plain', 'worn'),
      ...someCases(6, 'technical', 'technical', 'worn'),
      ...someCases(witnesses, 'technical', 'plain', 'worn'),
    ];

    expect(patternsIn(cases)).toHaveLength(patterns);
  });

  it('stay apart where witnesses contradict each other', () => {
    const plain = [someCases(6, 'plain', 'plain', 'worn'), someCases(6, 'plain', 'plain', 'fake')].flat();
    const technical = someCases(18, 'technical', 'technical', 'worn');
    // As many cases of the technical remedy are told with the clue of one cause as with that of the other.
    const torn = (['worn', 'fake'] as const).flatMap((clue) =>
      someCases(2, 'plain', 'technical', 'worn').map((one) => ({
        ...one,
        problem: `${TOLD.plain.complaint} ${TOLD.plain.clue[clue]}`,
      })),
    );

    expect(patternsIn([...plain, ...technical, ...torn])).toHaveLength(3);
  });

  it('need cases and customers, and no customers where nobody has one', () => {
    const few = someCases(4, 'plain', 'plain', 'worn');
    expect(patternsIn(few)).toEqual([]);
    expect(patternsIn(few, { cases: 4, customers: 3 })).toHaveLength(1);

    const one = someCases(6, 'plain', 'plain', 'worn').map((some) => ({ ...some, customer: 'the same' }));
    expect(patternsIn(one)).toEqual([]);
    const nobody = one.map((some) => ({ ...some, customer: undefined }));
    expect(patternsIn(nobody)).toMatchObject([{ customers: undefined }]);
  });

  it('are the same in whatever order the cases come', () => {
    const cases = [
      someCases(8, 'plain', 'plain', 'worn'),
      someCases(7, 'technical', 'technical', 'worn'),
      someCases(2, 'technical', 'plain', 'worn'),
      someCases(6, 'plain', 'plain', 'fake'),
      someCases(9, 'technical', 'technical', 'fake'),
      someCases(2, 'plain', 'technical', 'fake'),
    ].flat();
    const expected = patternsIn(cases);

    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (shuffled) => {
        expect(patternsIn(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the ids of patterns', () => {
  const found = (...caseIds: string[]) => ({ caseIds, customers: 2, remedies: [caseIds], joins: [] });
  const newId = (first: string): string => `new-${first}`;
  const known = [
    { id: 'p1', caseIds: ['a', 'b', 'c', 'd'] },
    { id: 'p2', caseIds: ['e', 'f'] },
  ];

  it('are never given twice, where the smaller part of a split has the first case', () => {
    const [first] = keepPatternIds([found('a', 'b', 'c', 'd')], [], newId);
    const parts = [found('b', 'c', 'd'), found('a', 'x')];

    const named = keepPatternIds(parts, [{ id: first!.id, caseIds: first!.caseIds }], newId);

    expect(named.map(({ id }) => id)).toEqual(['new-a', 'new-x']);
  });

  it.each([
    ['stay when cases come and go', [found('b', 'c', 'd', 'x')], ['p1']],
    ['stay in the larger part of what splits', [found('a'), found('b', 'c')], ['new-a', 'p1']],
    ['of the larger stay where two merge', [found('c', 'd', 'e', 'f', 'b')], ['p1']],
    ['are new where nothing is known', [found('y', 'z'), found('f')], ['new-y', 'p2']],
  ])('%s', (_, now, ids) => {
    expect(keepPatternIds(now, known, newId).map(({ id }) => id)).toEqual(ids);
  });
});
