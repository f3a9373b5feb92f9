import { loadBase, type LoadBaseDeps } from '#core/knowledge/grouping/load-base.ts';
import { storePattern, type PatternWrite } from '#core/knowledge/grouping/store-pattern.ts';
import { wantedPatterns } from '#core/knowledge/grouping/wanted-patterns.ts';
import { keepPatternIds, type KnownPattern } from '#core/knowledge/keep-pattern-ids.ts';
import type { StoredPattern } from '#core/knowledge/stored-pattern.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { Hasher } from '#core/ports/hasher.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';

export type GroupCasesDeps = LoadBaseDeps & { readonly patterns: PatternStore; readonly clock: Clock };

/** What a run of grouping found and wrote. */
export type GroupingCounts = {
  /** Living cases, those among them that are resolved with a resolution, and those that were read. */
  readonly cases: number;
  readonly resolved: number;
  readonly read: number;
  /** Patterns there are, and what was written of them. */
  readonly patterns: number;
  readonly created: number;
  readonly changed: number;
  readonly removed: number;
  /** Cases that were placed in another pattern than before, or in none. */
  readonly placed: number;
};

const PATTERNS_A_PAGE = 500;
/** Patterns written at once. */
const AT_ONCE = 8;

const storedPatterns = async (
  patterns: PatternStore,
  tenant: string,
): Promise<ReadonlyMap<string, StoredPattern>> => {
  const found = new Map<string, StoredPattern>();
  let after: string | undefined;
  do {
    const page = await patterns.list(tenant, PATTERNS_A_PAGE, after);
    for (const pattern of page.patterns) found.set(pattern.id, pattern);
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** Ids say nothing and follow from the tenant and the first case. */
const newIdOf =
  (hasher: Hasher, tenant: string) =>
  (firstCase: string): string =>
    `p-${hasher.sha256(JSON.stringify([tenant, firstCase])).slice(0, 20)}`;

type Places = ReadonlyMap<string, string>;

const knownPatterns = (places: Places): readonly KnownPattern[] =>
  [...Map.groupBy(places, ([, id]) => id)].map(([id, own]) => ({
    id,
    caseIds: own.map(([caseId]) => caseId),
  }));

const movedCases = (places: Places, placesNow: Places): ReadonlyMap<string, string | undefined> =>
  new Map(
    [...new Set([...places.keys(), ...placesNow.keys()])]
      .filter((caseId) => places.get(caseId) !== placesNow.get(caseId))
      .map((caseId) => [caseId, placesNow.get(caseId)]),
  );

/**
 * Groups the resolved cases of a tenant into patterns and writes what differs from what is stored. Everything is
 * compared with the stores and what is kept is written last, so a run that ended half way is made good by the next,
 * and one without news writes nothing.
 */
export const groupCases = (deps: GroupCasesDeps) => {
  const load = loadBase(deps);
  const { patterns, hasher, settings, clock } = deps;

  /** Writes at most a few at once, whatever their number. */
  const storeAll = async (
    tenant: string,
    stored: ReadonlyMap<string, StoredPattern>,
    ids: readonly string[],
    wantedOf: ReturnType<typeof wantedPatterns>,
    now: string,
  ): Promise<readonly PatternWrite[]> => {
    const store = storePattern(deps);
    const writes: PatternWrite[] = [];
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const some = ids.slice(at, at + AT_ONCE);
      writes.push(
        ...(await Promise.all(some.map((id) => store({ tenant, id }, stored.get(id), wantedOf(id), now)))),
      );
    }
    return writes;
  };

  return async (tenant: string): Promise<GroupingCounts> => {
    const { base, living, read, keep } = await load(tenant);
    const [stored, places] = await Promise.all([storedPatterns(patterns, tenant), patterns.places(tenant)]);
    const found = base.find({ cases: settings.leastCases, customers: settings.leastCustomers });
    const named = keepPatternIds(found, knownPatterns(places), newIdOf(hasher, tenant));
    const placesNow = new Map(named.flatMap(({ id, caseIds }) => caseIds.map((caseId) => [caseId, id])));
    const now = clock.now().toISOString();
    const wantedOf = wantedPatterns(deps, { tenant, base, named, places, placesNow }, now);

    const ids = new Set([...stored.keys(), ...named.map(({ id }) => id)]);
    const writes = await storeAll(tenant, stored, [...ids].toSorted(), wantedOf, now);
    const moved = movedCases(places, placesNow);
    if (moved.size > 0) await patterns.place(tenant, moved);
    await keep();

    const count = (kind: PatternWrite): number => writes.filter((write) => write === kind).length;
    return {
      cases: living,
      resolved: base.cases.size,
      read,
      patterns: named.length,
      created: count('created'),
      changed: count('changed'),
      removed: count('removed'),
      placed: moved.size,
    };
  };
};
