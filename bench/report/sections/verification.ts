import * as z from 'zod';
import type { Section } from '../section.ts';

const Result = z.looseObject({
  results: z.array(z.looseObject({ seed: z.number(), true_statements: z.number(), share: z.number() })),
  tickets: z.looseObject({ tickets: z.number(), taken_for_instructions: z.number() }).optional(),
});

/** What verification takes away of true statements that are cited word for word. */
export const verification: Section = {
  title: 'Verification of drafts',
  result: 'verification',
  command: 'node bench/knowledge/verification.ts --tickets FILE.csv',
  read: (value) => {
    const { results, tickets } = Result.parse(value);
    return {
      rows: [
        ...results.map(({ seed, true_statements: statements, share }) => ({
          what: `seed ${seed}, share of ${statements} true statements taken away`,
          value: share,
          unit: '',
        })),
        ...(tickets === undefined
          ? []
          : [
              {
                what: `real tickets of ${tickets.tickets} taken for instructions`,
                value: tickets.taken_for_instructions,
                unit: '',
              },
            ]),
      ],
      notes: ['Nearly all of it is said by one customer alone; see docs/knowledge-safety.md.'],
    };
  },
};
