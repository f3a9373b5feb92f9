import { connected } from '#core/knowledge/connected.ts';
import type { RoleGroup } from './assign-roles.ts';

/** Groups that tell one solution in one way of speaking: the same cases hold them. */
export type Telling = { readonly groups: readonly RoleGroup[]; readonly cases: ReadonlySet<string> };

/** Cases that must hold two groups for them to be of one telling. */
const LEAST_SHARED = 2;

const sharedBy = (one: RoleGroup, other: RoleGroup): number =>
  [...one.cases].filter((id) => other.cases.has(id)).length;

const numberedShare = (groups: readonly RoleGroup[]): number => {
  const sentences = groups.flatMap((group) => group.sentences);
  return sentences.filter(({ ordinal }) => ordinal !== undefined).length / Math.max(1, sentences.length);
};

/** What only one case tells is told as the rest of that case is: it goes with what most others tell of it. */
const companionOf = (groups: readonly RoleGroup[], { cases }: RoleGroup): RoleGroup | undefined =>
  groups
    .filter((other) => [...cases].every((id) => other.cases.has(id)))
    .reduce<RoleGroup | undefined>(
      (best, other) => (other.cases.size > (best?.cases.size ?? 0) ? other : best),
      undefined,
    );

/**
 * The ways in which a solution is told. The one to read comes first: that of most cases, where steps that somebody has
 * numbered count up to double.
 */
export const tellingsOf = (groups: readonly RoleGroup[]): readonly Telling[] => {
  const names = new Map(groups.map((group, place) => [group, String(place).padStart(6, '0')]));
  const nameIs = (group: RoleGroup): string => names.get(group) ?? '';
  const shared = groups.flatMap((one, place) =>
    groups
      .slice(place + 1)
      .flatMap((other) => (sharedBy(one, other) >= LEAST_SHARED ? [[one, other] as const] : [])),
  );
  const alone = groups
    .filter(({ cases }) => cases.size === 1)
    .flatMap((one) => {
      const companion = companionOf(groups, one);
      return companion ? [[one, companion] as const] : [];
    });
  const edges = [...shared, ...alone].map(([one, other]) => ({ a: nameIs(one), b: nameIs(other) }));
  const tellingOf = connected([...names.values()], edges);
  return [...Map.groupBy(groups, (group) => tellingOf.get(nameIs(group)))]
    .map(([, own]) => ({ groups: own, cases: new Set(own.flatMap(({ cases }) => [...cases])) }))
    .map((telling) => ({ telling, worth: telling.cases.size * (1 + numberedShare(telling.groups)) }))
    .toSorted((one, other) => other.worth - one.worth)
    .map(({ telling }) => telling);
};
