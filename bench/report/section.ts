import * as z from 'zod';

/** What SPEC.md aims at: a value that is to be reached, or not to be passed. */
export type Aim = { readonly value: number; readonly is: 'least' | 'most' };

/** One number of the page, its unit with it, e.g. `{ what: '8 clients', value: 201, unit: 'requests/s' }`. */
export type Row = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly aim?: Aim | undefined;
};

/** What one result file says. */
export type Reading = {
  readonly rows: readonly Row[];
  /** Sentences below the table, such as what the limit was where an aim is missed. */
  readonly notes?: readonly string[];
};

/** One part of docs/performance.md: a result file, the command that wrote it, and what of it is shown. */
export type Section = {
  readonly title: string;
  /** Name of the file in bench/results/, without `.json`. */
  readonly result: string;
  readonly command: string;
  /** Parses the result, whose shape belongs to its benchmark, and picks its numbers. */
  readonly read: (result: unknown) => Reading;
};

/** The machine of a result, as far as benchmarks say it. */
export const Measured = z.looseObject({
  machine: z.looseObject({ cpu: z.string().optional(), cores: z.number(), node: z.string().optional() }),
  node: z.string().optional(),
  /** Processes that wanted the machine in the minute before; above the number of cores, wall-clock times are too long. */
  load_before: z.number().optional(),
});

/** The three percentiles of a latency, in milliseconds. */
export const Percentiles = z.looseObject({ p50: z.number(), p95: z.number(), p99: z.number() });

/** Rows of the percentiles of one thing, with the aim of each where there is one. */
export const percentileRows = (
  what: string,
  latency: z.infer<typeof Percentiles>,
  aims?: readonly [number, number, number],
): readonly Row[] =>
  (['p50', 'p95', 'p99'] as const).map((p, n) => ({
    what: `${what}, ${p}`,
    value: latency[p],
    unit: 'ms',
    aim: aims?.[n] === undefined ? undefined : { value: aims[n], is: 'most' },
  }));
