import { holdersOf } from './holders-of.ts';
import { particularsOf } from './particulars-of.ts';
import type { ReadCase } from './read-case.ts';

/** Tells whether only one customer has a particular: a serial number, a host, a date, a site. */
export const ofOneTeller = (cases: readonly ReadCase[]): ((particular: string) => boolean) => {
  const holders = holdersOf(
    cases.flatMap(({ title, problem, solution }) => [...title, ...problem, ...solution]),
    particularsOf,
  );
  return (particular) => (holders.get(particular) ?? 0) < 2;
};
