/** What an environment does in a day. */
export type Load = {
  readonly name: string;
  /** Records imported, each new or changed. */
  readonly records: number;
  readonly searches: number;
  /** Other requests of the API. */
  readonly requests: number;
  /** Hours in which something is imported or searched, so that an index that sleeps is awake. */
  readonly activeHours: number;
  /** Cases kept. */
  readonly cases: number;
};

/** Nothing, a team, a company, and the floor of 10,000 records every half hour. */
export const LOADS: readonly Load[] = [
  { name: 'idle', records: 0, searches: 0, requests: 0, activeHours: 0, cases: 0 },
  { name: 'team', records: 1_000, searches: 2_000, requests: 2_000, activeHours: 8, cases: 100_000 },
  { name: 'company', records: 20_000, searches: 50_000, requests: 50_000, activeHours: 16, cases: 1_000_000 },
  {
    name: 'floor',
    records: 480_000,
    searches: 500_000,
    requests: 500_000,
    activeHours: 24,
    cases: 10_000_000,
  },
];
