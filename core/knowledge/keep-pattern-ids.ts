import type { FoundPattern } from './find-patterns.ts';

/** A pattern as an earlier run knew it. */
export type KnownPattern = { readonly id: string; readonly caseIds: readonly string[] };

/** A pattern with an id that stays when cases come and go. */
export type NamedPattern = FoundPattern & { readonly id: string };

type Claim = { readonly pattern: number; readonly id: string; readonly shared: number };

const claimsOf = (found: readonly FoundPattern[], known: readonly KnownPattern[]): readonly Claim[] => {
  const idOfCase = new Map(
    known.flatMap(({ id, caseIds }) => caseIds.map((caseId) => [caseId, id] as const)),
  );
  return found.flatMap(({ caseIds }, pattern) =>
    [...Map.groupBy(caseIds, (caseId) => idOfCase.get(caseId))].flatMap(([id, shared]) =>
      id === undefined ? [] : [{ pattern, id, shared: shared.length }],
    ),
  );
};

/**
 * Gives each pattern the id of the known one with which it shares most cases, each id once; one that shares none gets
 * a new id from its first case. A pattern that splits keeps its id in the larger part, two that merge keep the larger
 * one's.
 */
export const keepPatternIds = (
  found: readonly FoundPattern[],
  known: readonly KnownPattern[],
  newId: (firstCase: string) => string,
): readonly NamedPattern[] => {
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  const claims = claimsOf(found, known).toSorted(
    (one, other) => other.shared - one.shared || one.pattern - other.pattern || (one.id < other.id ? -1 : 1),
  );
  for (const { pattern, id } of claims) {
    if (ids.has(pattern) || taken.has(id)) continue;
    ids.set(pattern, id);
    taken.add(id);
  }
  return found.map((pattern, place) => {
    // The part of a split pattern that has its first case would be named as the part that kept its id.
    const id = ids.get(place) ?? pattern.caseIds.map(newId).find((one) => !taken.has(one));
    if (id === undefined) throw new Error('a pattern found no id that is free');
    taken.add(id);
    return { ...pattern, id };
  });
};
