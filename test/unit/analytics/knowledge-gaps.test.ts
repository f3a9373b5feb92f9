import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledgeGaps } from '#core/analytics/knowledge-gaps.ts';

const asked = (query: string, inVain = 1, count = Math.max(1, inVain)) => ({
  query,
  count,
  zeroResults: inVain,
  inVain,
});

describe('knowledgeGaps', () => {
  it('groups what found nothing good by the rare words that it shares', () => {
    const common = Array.from({ length: 40 }, (_, n) => asked(`printer model x${n}`, 0));
    const gaps = knowledgeGaps([
      ...common,
      asked('printer fuser flange broken', 3),
      asked('fuser flange of the printer', 2),
      asked('replace badge reader', 4),
      asked('printer wobbles'),
    ]);

    expect(gaps).toEqual([
      {
        topic: 'printer fuser flange',
        queries: ['printer fuser flange broken', 'fuser flange of the printer'],
        count: 5,
      },
      { topic: 'replace badge reader', queries: ['replace badge reader'], count: 4 },
      { topic: 'printer wobbles', queries: ['printer wobbles'], count: 1 },
    ]);
  });

  it('leaves out what was answered', () => {
    expect(knowledgeGaps([asked('toner', 0)])).toEqual([]);
  });

  it('has every query in one group, the same for the same queries in any order', () => {
    const query = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'the'), { minLength: 1 });
    const queries = fc.uniqueArray(
      query.map((words) => asked(words.join(' '))),
      {
        maxLength: 8,
        selector: (one) => one.query,
      },
    );
    const sorted = (all: readonly ReturnType<typeof asked>[]) =>
      knowledgeGaps(all).map((gap) => ({ count: gap.count, queries: gap.queries.toSorted() }));
    fc.assert(
      fc.property(queries, (all) => {
        const found = sorted(all);
        expect(found.flatMap((gap) => gap.queries).toSorted()).toEqual(
          all.map((one) => one.query).toSorted(),
        );
        expect(sorted(all.toReversed())).toEqual(found);
      }),
    );
  });
});
