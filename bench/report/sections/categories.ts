import * as z from 'zod';
import type { Section } from '../section.ts';

const Result = z.looseObject({
  results: z.array(
    z.looseObject({
      seed: z.number(),
      untold_cases: z.number(),
      accuracy: z.number(),
      accuracy_without_labels: z.number(),
      keywords_alone_accuracy: z.number(),
    }),
  ),
});

/** How well categories are told of cases whose source names none. */
export const categories: Section = {
  title: 'Categories of cases',
  result: 'categories',
  command: 'node bench/knowledge/categories.ts',
  read: (value) => ({
    rows: Result.parse(value).results.flatMap((one) => [
      {
        what: `seed ${one.seed}, ${one.untold_cases} cases without a category, right`,
        value: one.accuracy,
        unit: '',
      },
      {
        what: `seed ${one.seed}, keywords alone, where one is found`,
        value: one.keywords_alone_accuracy,
        unit: '',
      },
      {
        what: `seed ${one.seed}, as if no source named categories`,
        value: one.accuracy_without_labels,
        unit: '',
      },
    ]),
  }),
};
