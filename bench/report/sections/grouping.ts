import * as z from 'zod';
import type { Section } from '../section.ts';

const Run = z.looseObject({
  seconds: z.number(),
  cpu_seconds: z.number(),
  counts: z.looseObject({ resolved: z.number(), read: z.number() }),
});
const Result = z.looseObject({
  seed: z.number(),
  first: Run,
  hundred_more: Run,
  nothing_new: Run,
  kept_megabytes: z.number(),
  precision: z.number(),
  recall: z.number(),
});

/** How long the product groups cases, with what it keeps between runs written and read back. */
export const grouping = (size: number): Section => ({
  title: `Grouping, run by run, of a sample of ${size} cases`,
  result: `grouping-${size}`,
  command: `node bench/knowledge/grouping.ts --size ${size}`,
  read(value) {
    const { first, hundred_more: hundred, nothing_new: nothing, ...result } = Result.parse(value);
    const runs = [
      { what: `first run, ${first.counts.resolved} resolved`, run: first, most: 60 },
      { what: 'run after 100 new cases', run: hundred, most: 5 },
      { what: 'run without news', run: nothing, most: 5 },
    ];
    return {
      rows: [
        ...runs.flatMap(({ what, run, most }) => [
          { what, value: run.seconds, unit: 's', aim: { value: most, is: 'most' as const } },
          { what: `${what}, CPU`, value: run.cpu_seconds, unit: 's' },
        ]),
        { what: 'kept between runs, before it is packed', value: result.kept_megabytes, unit: 'MB' },
        {
          what: `seed ${result.seed}, precision`,
          value: result.precision,
          unit: '',
          aim: { value: 0.95, is: 'least' },
        },
        {
          what: `seed ${result.seed}, recall`,
          value: result.recall,
          unit: '',
          aim: { value: 0.8, is: 'least' },
        },
      ],
      notes: ['Stores are in memory: this is the time of the product, not of its databases.'],
    };
  },
});
