import type { Evidence } from '#core/knowledge/evidence.ts';
import { assignRoles, type RoleGroup } from './assign-roles.ts';
import { groupAlike, type AlikeGroup } from './group-alike.ts';
import { readCase, type ReadCase } from './read-case.ts';

/** What the cases of a pattern tell, told alike as one; the most told first. */
export type ReadPattern = {
  readonly cases: readonly ReadCase[];
  readonly titles: readonly AlikeGroup[];
  readonly problems: readonly AlikeGroup[];
  readonly solutions: readonly RoleGroup[];
};

/** Reads the evidence of a pattern. */
export const readPattern = ({ cases: own }: Evidence): ReadPattern => {
  const cases = own.map(readCase);
  const solutions = cases.map(({ solution }) => solution);
  return {
    cases,
    titles: mostTold(groupAlike(cases.flatMap(({ title }) => title))),
    problems: mostTold(groupAlike(cases.flatMap(({ problem }) => problem))),
    solutions: mostTold(assignRoles(solutions, groupAlike(solutions.flat()))),
  };
};

const firstText = ({ sentences }: AlikeGroup): string => sentences[0]?.text ?? '';

const mostTold = <Group extends AlikeGroup>(groups: readonly Group[]): readonly Group[] =>
  groups.toSorted(
    (one, other) => other.cases.size - one.cases.size || (firstText(one) < firstText(other) ? -1 : 1),
  );
