import { catalogue, type KnownPattern } from './catalogue.ts';
import type { Chance } from './chance.ts';
import { roleShares } from './roles.ts';
import type { Role } from './truth.ts';

/** What the next case is to be: of a pattern in a role, or noise. */
export type Planned =
  | { readonly known: KnownPattern; readonly role: Exclude<Role, 'noise'> }
  | { readonly known: undefined; readonly role: 'noise' };

const NOISE_SHARE = 0.1;

/** The commonest pattern has six times the cases of the rarest, as in life. */
const weightOf = (rank: number, count: number): number => 1 + (5 * rank) / (count - 1);

const THOUSAND = roleShares.reduce((sum, [, share]) => sum + share, 0);

const roleAt = (thousandth: number): Exclude<Role, 'noise'> => {
  let passed = 0;
  for (const [role, share] of roleShares) {
    passed += share;
    if (thousandth < passed) return role;
  }
  return 'resolved';
};

/** Plans all cases in the order in which they come; each pattern has its share of every role. */
export const planCases = (size: number, chance: Chance): readonly Planned[] => {
  const noiseCount = Math.round(size * NOISE_SHARE);
  const weights = chance
    .shuffled(catalogue)
    .map((known, rank, all) => ({ known, weight: weightOf(rank, all.length) }));
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);

  let passed = 0;
  const planned = weights.flatMap(({ known, weight }): Planned[] => {
    const from = Math.round((passed / total) * (size - noiseCount));
    passed += weight;
    const count = Math.round((passed / total) * (size - noiseCount)) - from;
    return Array.from({ length: count }, (_, place) => ({
      known,
      role: roleAt(((place + 0.5) / count) * THOUSAND),
    }));
  });
  const noise = Array.from({ length: noiseCount }, (): Planned => ({ known: undefined, role: 'noise' }));
  return chance.shuffled([...planned, ...noise]);
};
