import * as z from 'zod';
import type { Section } from '../section.ts';

const Result = z.looseObject({
  first_run: z.looseObject({ tickets: z.number(), seconds: z.number(), tickets_per_second: z.number() }),
  rows: z.number(),
  waves: z.number(),
  kills: z.number(),
  seconds: z.number(),
  equal: z.boolean(),
});

/** A case database that is followed, while it changes and everything is killed. */
export const caseSync: Section = {
  title: 'Case sync',
  result: 'case-sync',
  command: 'npm run sync:waves',
  read: (value) => {
    const { first_run: first, rows, waves, kills, seconds, equal } = Result.parse(value);
    return {
      rows: [
        {
          what: `first run, ${first.tickets} tickets with their feeds`,
          value: first.tickets_per_second,
          unit: 'tickets/s',
        },
        {
          what: `${rows} changed rows in ${waves} waves, ${kills} kills`,
          value: Math.round(seconds),
          unit: 's',
        },
      ],
      notes: [
        equal
          ? 'At the end table and index were equal to the source.'
          : 'At the end table and index were NOT equal to the source.',
      ],
    };
  },
};
