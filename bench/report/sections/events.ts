import * as z from 'zod';
import type { Section } from '../section.ts';

const Spread = z.looseObject({ p50: z.number(), p95: z.number() });
const Result = z.looseObject({
  single: z.looseObject({ answered_ms: Spread, searchable_ms: Spread }),
  batches: z.looseObject({ taken_per_second: z.number(), searchable_per_second: z.number() }),
});

/** Changes that a source tells of, until search finds them. */
export const events: Section = {
  title: 'Events',
  result: 'events',
  command: 'npm run bench:events',
  read: (value) => {
    const { single, batches } = Result.parse(value);
    return {
      rows: [
        { what: 'one event, answered, p50', value: single.answered_ms.p50, unit: 'ms' },
        { what: 'one event, answered, p95', value: single.answered_ms.p95, unit: 'ms' },
        { what: 'from the answer until found, p50', value: single.searchable_ms.p50, unit: 'ms' },
        {
          what: 'from the answer until found, p95',
          value: single.searchable_ms.p95,
          unit: 'ms',
          aim: { value: 2_000, is: 'most' },
        },
        { what: '100 in a request, taken', value: batches.taken_per_second, unit: 'events/s' },
        { what: '100 in a request, found', value: batches.searchable_per_second, unit: 'events/s' },
      ],
    };
  },
};
