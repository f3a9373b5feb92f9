import { createChance } from './chance.ts';
import { createCustomers } from './customers.ts';
import { planCases } from './plan-cases.ts';
import type { SampleCase } from './sample-case.ts';
import type { CaseTruth } from './truth.ts';
import { writeNoise } from './write-noise.ts';
import { writePatternCase } from './write-pattern-case.ts';
import type { Written } from './written.ts';

/** A sample: its cases, and what is true of each, in the same order. */
export type Sample = { readonly cases: readonly SampleCase[]; readonly truths: readonly CaseTruth[] };

/** Generates a sample; the same seed and size give the same bytes on every machine. */
export const generateSample = ({ seed, size = 5000 }: { seed: number; size?: number }): Sample => {
  const chance = createChance(seed);
  const customers = createCustomers(chance);
  const lastResolved = new Map<string, Written>();

  const written = planCases(size, chance).map((planned, place) => {
    const id = `HN-${100_001 + place}`;
    if (planned.known === undefined) return writeNoise(id, customers, chance);
    const { key } = planned.known.pattern;
    const one = writePatternCase({ id, ...planned, original: lastResolved.get(key) }, customers, chance);
    if (one.truth.role === 'resolved') lastResolved.set(key, one);
    return one;
  });
  return { cases: written.map(({ line }) => line), truths: written.map(({ truth }) => truth) };
};
