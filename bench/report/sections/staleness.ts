import * as z from 'zod';
import type { Section } from '../section.ts';

const Result = z.looseObject({
  results: z.array(
    z.looseObject({
      seed: z.number(),
      patterns: z.number(),
      contradictions_found: z.number(),
      false_alarms: z.number(),
    }),
  ),
});

/** How surely newer cases that end otherwise are told from those that say the same as an article. */
export const staleness: Section = {
  title: 'Contradictions by newer cases',
  result: 'staleness',
  command: 'node bench/knowledge/staleness.ts',
  read: (value) => ({
    rows: Result.parse(value).results.flatMap((one) => [
      {
        what: `seed ${one.seed}, contradictions found in ${one.patterns} patterns`,
        value: one.contradictions_found,
        unit: '',
      },
      { what: `seed ${one.seed}, false alarms`, value: one.false_alarms, unit: '' },
    ]),
    notes: [
      'The cases that contradict come from another pattern of the same category, which is easier than one symptom with two causes.',
    ],
  }),
};
