import * as z from 'zod';
import type { Section } from '../section.ts';

const Result = z.looseObject({
  results: z.array(
    z.looseObject({
      seed: z.number(),
      resolved_cases: z.number(),
      precision: z.number(),
      recall: z.number(),
      grouped_seconds: z.number(),
      hundred_more_seconds: z.number(),
    }),
  ),
});

/** How well and how fast patterns are found among the resolved cases of a sample of this size. */
export const patterns = (size: number): Section => ({
  title: `Patterns in a sample of ${size} cases`,
  result: `patterns-${size}`,
  command: `node bench/knowledge/patterns.ts --size ${size}`,
  read: (value) => ({
    rows: Result.parse(value).results.flatMap((one) => {
      const of = `seed ${one.seed}, ${one.resolved_cases} resolved`;
      return [
        {
          what: `${of}, precision`,
          value: one.precision,
          unit: '',
          aim: { value: 0.95, is: 'least' as const },
        },
        { what: `${of}, recall`, value: one.recall, unit: '', aim: { value: 0.8, is: 'least' as const } },
        {
          what: `${of}, grouped`,
          value: one.grouped_seconds,
          unit: 's',
          aim: { value: 60, is: 'most' as const },
        },
        {
          what: `${of}, 100 more`,
          value: one.hundred_more_seconds,
          unit: 's',
          aim: { value: 5, is: 'most' as const },
        },
      ];
    }),
  }),
});
