import * as z from 'zod';
import type { Section } from '../section.ts';

const KINDS = ['email', 'phone', 'serial', 'name'] as const;

const Result = z.looseObject({
  results: z.array(
    z.looseObject({
      seed: z.number(),
      email_recall: z.number(),
      phone_recall: z.number(),
      serial_recall: z.number(),
      name_recall: z.number(),
      name_recall_known: z.number(),
      false_alarms: z.number(),
    }),
  ),
  tickets: z.looseObject({ tickets: z.number(), false_alarms: z.number() }).optional(),
});

const row = (what: string, found: number) => ({ what, value: found, unit: '' });

/** How much personal data of the sample is found, and what is taken for it. */
export const personalData: Section = {
  title: 'Personal data in texts',
  result: 'personal-data',
  command: 'node bench/knowledge/personal-data.ts --tickets FILE.csv',
  read: (value) => {
    const { results, tickets } = Result.parse(value);
    return {
      rows: [
        ...results.flatMap((one) => [
          ...KINDS.map((kind) => row(`seed ${one.seed}, recall of ${kind}s`, one[`${kind}_recall`])),
          row(`seed ${one.seed}, recall of names when the address is known`, one.name_recall_known),
          row(`seed ${one.seed}, found and not in the truth`, one.false_alarms),
        ]),
        ...(tickets === undefined
          ? []
          : [
              row(
                `false alarms in ${tickets.tickets} real tickets without personal data`,
                tickets.false_alarms,
              ),
            ]),
      ],
      notes: ['What is found and not in the truth are addresses that the sample mistyped.'],
    };
  },
};
