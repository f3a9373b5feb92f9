import * as z from 'zod';
import type { Section } from '../section.ts';

const Result = z.looseObject({
  passages: z.number(),
  seconds: z.object({
    waiting: z.number(),
    copying: z.number(),
    comparing: z.number(),
    all: z.number(),
  }),
});

/** A new generation of the index, while the old one is searched. */
export const rebuild: Section = {
  title: 'Rebuild of the index',
  result: 'rebuild',
  command: 'node bench/search/rebuild.ts',
  read: (value) => {
    const { passages, seconds } = Result.parse(value);
    return {
      rows: [
        { what: `${passages} passages, wait until every writer knows`, value: seconds.waiting, unit: 's' },
        { what: `${passages} passages, copied`, value: seconds.copying, unit: 's' },
        { what: `${passages} passages, compared`, value: seconds.comparing, unit: 's' },
        { what: `${passages} passages, altogether`, value: seconds.all, unit: 's' },
      ],
    };
  },
};
