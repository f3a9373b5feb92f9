import * as z from 'zod';
import { Percentiles, percentileRows, type Section } from '../section.ts';

const Run = z.looseObject({
  clients: z.number(),
  per_second: z.number(),
  latency_ms: Percentiles.extend({ first: z.number() }),
  client_cpu_ms: z.number(),
  server_cpu_ms: z.number(),
  server_cpu_ms_by_part: z.record(z.string(), z.number()),
});
type Run = z.infer<typeof Run>;

const Result = z.looseObject({
  passages: z.number(),
  machine: z.looseObject({ cores: z.number() }),
  cold: Run,
  warm: z.array(Run).min(1),
});

const AIM_PER_SECOND = 400;
const AIM_P99 = 50;

const fastest = (runs: readonly Run[]): Run | undefined =>
  runs.toSorted((a, b) => b.per_second - a.per_second)[0];

const rowsOf = (run: Run, isFastest: boolean) => [
  {
    what: `${run.clients} clients`,
    value: run.per_second,
    unit: 'requests/s',
    aim: isFastest ? ({ value: AIM_PER_SECOND, is: 'least' } as const) : undefined,
  },
  ...percentileRows(`${run.clients} clients`, run.latency_ms).map((row) =>
    isFastest && row.what.endsWith('p99') ? { ...row, aim: { value: AIM_P99, is: 'most' } as const } : row,
  ),
];

const limitOf = (run: Run, cores: number): string => {
  const total = run.server_cpu_ms + run.client_cpu_ms;
  const parts = Object.entries(run.server_cpu_ms_by_part).map(([part, used]) => `${part} ${used}`);
  const possible = Math.round((cores * 1_000) / total);
  return (
    `CPU of one request at ${run.clients} clients, in ms: ${parts.join(' · ')} · client ${run.client_cpu_ms}; ` +
    `together ${Math.round(total * 100) / 100}, so that ${cores} cores give at most ${possible} requests/s.`
  );
};

/** Hybrid search over HTTP, every query new. */
export const searchHttp: Section = {
  title: 'Search over HTTP, uncached',
  result: 'search-http',
  command: 'npm run bench:http',
  read: (value) => {
    const { passages, machine, cold, warm } = Result.parse(value);
    const best = fastest(warm);
    return {
      rows: [
        { what: 'passages', value: passages, unit: '' },
        { what: 'first request after a start', value: cold.latency_ms.first, unit: 'ms' },
        ...warm.flatMap((run) => rowsOf(run, run === best)),
      ],
      notes: best ? [limitOf(best, machine.cores)] : [],
    };
  },
};
