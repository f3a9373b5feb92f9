import type { FoundPattern } from '#core/knowledge/find-patterns.ts';

/** What became of patterns that hang together, before and after. */
export type Change = {
  readonly kind: 'same' | 'resized' | 'merged' | 'split' | 'regrouped' | 'appeared' | 'vanished';
  readonly before: readonly FoundPattern[];
  readonly after: readonly FoundPattern[];
};

const kindOf = (before: readonly FoundPattern[], after: readonly FoundPattern[]): Change['kind'] => {
  if (before.length === 0) return 'appeared';
  if (after.length === 0) return 'vanished';
  if (before.length > 1) return after.length > 1 ? 'regrouped' : 'merged';
  if (after.length > 1) return 'split';
  return before[0]?.caseIds.join('\n') === after[0]?.caseIds.join('\n') ? 'same' : 'resized';
};

/** Pairs of patterns that hang together: they share at least half of the smaller one's cases. */
const linksOf = (before: readonly FoundPattern[], after: readonly FoundPattern[]) => {
  const home = new Map(before.flatMap((pattern) => pattern.caseIds.map((id) => [id, pattern] as const)));
  return after.flatMap((pattern) =>
    [...Map.groupBy(pattern.caseIds, (id) => home.get(id))].flatMap(([was, shared]) =>
      was && shared.length * 2 >= Math.min(was.caseIds.length, pattern.caseIds.length)
        ? [{ was, is: pattern }]
        : [],
    ),
  );
};

/** Compares two groupings of the same cases: what merges, splits, appears, vanishes or only changes its size. */
export const compareGroupings = (
  before: readonly FoundPattern[],
  after: readonly FoundPattern[],
): readonly Change[] => {
  const links = linksOf(before, after);
  const done = new Set<FoundPattern>();
  const changes: Change[] = [];
  for (const start of [...before, ...after]) {
    if (done.has(start)) continue;
    const together = new Set([start]);
    // What is added on the way is visited too.
    for (const one of together)
      for (const { was, is } of links) {
        if (was === one) together.add(is);
        if (is === one) together.add(was);
      }
    for (const one of together) done.add(one);
    const [own, now] = [before.filter((one) => together.has(one)), after.filter((one) => together.has(one))];
    changes.push({ kind: kindOf(own, now), before: own, after: now });
  }
  return changes;
};
