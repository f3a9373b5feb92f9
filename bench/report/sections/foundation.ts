import * as z from 'zod';
import { type Section } from '../section.ts';

const Import = z.looseObject({ records_per_second: z.number() });
const Result = z.looseObject({
  tickets: z.number(),
  ready_seconds: z.number(),
  first_import: Import,
  second_import: Import,
});

/** Start and imports of the whole laptop stack. */
export const foundation: Section = {
  title: 'Start and imports',
  result: 'foundation',
  command: 'node bench/foundation/run.ts TICKETS.csv',
  read: (value) => {
    const result = Result.parse(value);
    return {
      rows: [
        {
          what: 'from start until ready',
          value: result.ready_seconds,
          unit: 's',
          aim: { value: 10, is: 'most' },
        },
        {
          what: `first import of ${result.tickets} tickets, functions cold`,
          value: result.first_import.records_per_second,
          unit: 'records/s',
          aim: { value: 1_500, is: 'least' },
        },
        {
          what: 'the same again, unchanged',
          value: result.second_import.records_per_second,
          unit: 'records/s',
          aim: { value: 10_000, is: 'least' },
        },
      ],
      notes: ['The CPU of both cores is the limit of an import; docs/adr/0151 has it by part.'],
    };
  },
};
