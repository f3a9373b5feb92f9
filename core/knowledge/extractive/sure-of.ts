import type { RoleGroup } from './assign-roles.ts';
import { deedOf, namesCause, saysItHolds } from './hints-of.ts';
import type { Role } from './role.ts';
import type { ToldSentence } from './told-sentence.ts';

/** A deed that is told as one by its words, not by its place alone. */
const DEED = 1;

/**
 * The cases that surely tell a role. To arrange sentences a likely reading is enough; before an article may be written at
 * all, more is asked for. A cause is named as one; or the resolution tells it right before what was done about it, and
 * no case notes it as something seen on the way. A fix is a deed. A proof is told after the fix and says that something
 * holds, or the customer repeats it.
 */
export const sureOf = (
  role: Role,
  groups: readonly RoleGroup[],
  solutions: readonly (readonly ToldSentence[])[],
): ReadonlySet<string> => {
  const groupOf = new Map(groups.flatMap((group) => group.sentences.map((one) => [one, group] as const)));
  const roleOf = (one: ToldSentence | undefined): Role | undefined => one && groupOf.get(one)?.role;
  const isSure: Readonly<Record<Role, (one: Placed) => boolean>> = {
    diagnosis: () => true,
    cause: ({ one, next }) =>
      namesCause(one.text) ||
      (next?.stage === 'resolution' &&
        roleOf(next) === 'fix' &&
        deedOf(next.text) >= DEED &&
        !isNoted(groupOf.get(one))),
    fix: ({ one }) => deedOf(one.text) >= DEED,
    verification: ({ one, before }) =>
      before.some((earlier) => roleOf(earlier) === 'fix') &&
      (saysItHolds(one.text) || isRepeated(groupOf.get(one))),
  };
  const told = solutions.flatMap((sentences) =>
    sentences.filter(
      (one, place) =>
        roleOf(one) === role &&
        isSure[role]({ one, next: sentences[place + 1], before: sentences.slice(0, place) }),
    ),
  );
  return new Set(told.map(({ caseId }) => caseId));
};

type Placed = {
  readonly one: ToldSentence;
  readonly next: ToldSentence | undefined;
  readonly before: readonly ToldSentence[];
};

const isNoted = (group: RoleGroup | undefined): boolean =>
  group?.sentences.some(({ stage, ordinal }) => stage === 'note' || ordinal !== undefined) === true;

const isRepeated = (group: RoleGroup | undefined): boolean =>
  group !== undefined &&
  group.sentences.some(({ stage }) => stage === 'resolution') &&
  group.sentences.some(({ stage }) => stage === 'mail');
