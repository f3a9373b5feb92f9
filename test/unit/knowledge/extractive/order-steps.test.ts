import { describe, expect, it } from 'vitest';
import { orderSteps } from '#core/knowledge/extractive/order-steps.ts';
import type { ToldSentence } from '#core/knowledge/extractive/told-sentence.ts';
import { toldSentences } from '#test/support/told-sentences.ts';

/** Steps as cases tell them: for each case the texts in their order. */
const stepsIn = (cases: readonly (readonly string[])[], numbered = false) => {
  const told = cases.flatMap((texts, n) =>
    toldSentences(texts).map((one, place): ToldSentence => ({
      ...one,
      caseId: `case-${n}`,
      place,
      ordinal: numbered ? Number(one.text) : undefined,
    })),
  );
  return [...Map.groupBy(told, ({ text }) => text)].map(([, sentences]) => ({
    group: { sentences, cases: new Set(sentences.map(({ caseId }) => caseId)) },
  }));
};
const orderOf = (steps: ReturnType<typeof stepsIn>) =>
  orderSteps(steps).map(({ group }) => group.sentences[0]?.text);

describe('orderSteps', () => {
  it('takes the order of most cases, though none tells all steps', () => {
    const steps = stepsIn([
      ['look', 'open'],
      ['open', 'mend'],
      ['look', 'mend'],
      ['mend', 'look'],
    ]);

    expect(orderOf(steps)).toEqual(['look', 'open', 'mend']);
    expect(orderOf(steps.toReversed())).toEqual(['look', 'open', 'mend']);
  });

  it('believes written numbers more than places', () => {
    expect(
      orderOf(
        stepsIn(
          [
            ['3', '1'],
            ['3', '2'],
            ['2', '1'],
          ],
          true,
        ),
      ),
    ).toEqual(['1', '2', '3']);
  });

  it('ends where cases contradict each other in a circle', () => {
    const steps = stepsIn([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]);

    expect(new Set(orderOf(steps))).toEqual(new Set(['a', 'b', 'c']));
  });
});
