import { families } from './patterns/families.ts';
import type { Family, Pattern } from './pattern.ts';

/** A pattern with the family that it belongs to, and the one that it is confused with. */
export type KnownPattern = {
  readonly pattern: Pattern;
  readonly family: Family;
  readonly twin: Pattern | undefined;
};

/** Every pattern of the sample. */
export const catalogue: readonly KnownPattern[] = families.flatMap((family) =>
  family.patterns.map((pattern) => ({
    pattern,
    family,
    twin: family.patterns.find((other) => other !== pattern),
  })),
);
