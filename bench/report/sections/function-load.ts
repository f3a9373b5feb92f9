import * as z from 'zod';
import { type Section } from '../section.ts';

const Result = z.looseObject({
  functions: z.array(z.object({ name: z.string(), milliseconds: z.number(), bytes: z.number() })),
});

/** What no bundle can avoid: the function without a client of AWS tells the share of the SDK's clients. */
const limitOf = (functions: z.infer<typeof Result>['functions']): string => {
  const bare = functions.find(({ name }) => name === 'api-docs');
  return `The clients of the AWS SDK are the limit: api-docs, which loads none, takes ${bare?.milliseconds ?? '–'} ms.`;
};

/** Time to load each function's bundle and what it imports, and its size. */
export const functionLoad: Section = {
  title: 'Loading of functions',
  result: 'function-load',
  command: 'npm run bench:load',
  read: (value) => {
    const { functions } = Result.parse(value);
    return {
      rows: functions.flatMap(({ name, milliseconds, bytes }) => [
        {
          what: `${name}, loaded in`,
          value: milliseconds,
          unit: 'ms',
          aim: { value: 80, is: 'most' as const },
        },
        {
          what: `${name}, code with its layer`,
          value: Math.round(bytes / 1_000),
          unit: 'kB',
          aim: { value: 500, is: 'most' as const },
        },
      ]),
      notes: [limitOf(functions)],
    };
  },
};
