import { decodeRoles } from './decode-roles.ts';
import type { AlikeGroup } from './group-alike.ts';
import { ROLES, sumOfVotes, type Role, type Votes } from './role.ts';
import type { ToldSentence } from './told-sentence.ts';

/** A group with the role that its sentences have, and the share of them that were read so, 0 to 1. */
export type RoleGroup = AlikeGroup & { readonly role: Role; readonly agreed: number };

/** What each reading of a sentence in its place counts, beside the words of its group. */
const PLACE = 2;
const ROUNDS = 2;

/**
 * Gives each group of a pattern's solutions one role. What a group is in one case tells what it is in another: all its
 * sentences vote by their words and places, each case is read in the order in which solutions are told, and what was
 * read votes again.
 */
export const assignRoles = (
  solutions: readonly (readonly ToldSentence[])[],
  groups: readonly AlikeGroup[],
): readonly RoleGroup[] => {
  const groupOf = new Map(groups.flatMap((group) => group.sentences.map((one) => [one, group] as const)));
  const told = new Map(
    groups.map((group) => [group, meanOf(group.sentences.flatMap(({ votes }) => votes ?? []))]),
  );
  let votes = told;
  let read: Reading = new Map();
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = votes;
    read = readAll(solutions, (sentence) => now.get(groupOf.get(sentence) ?? NO_GROUP) ?? NO_VOTES);
    votes = new Map(
      groups.map((group) => [group, sumOfVotes([told.get(group) ?? NO_VOTES, sharesOf(group, read)])]),
    );
  }
  return groups.map((group) => {
    const shares = sharesOf(group, read);
    const role = ROLES.reduce((best, one) => (shares[one] > shares[best] ? one : best));
    return { ...group, role, agreed: shares[role] / PLACE };
  });
};

type Reading = ReadonlyMap<ToldSentence, Role>;

const NO_GROUP: AlikeGroup = { sentences: [], cases: new Set() };
const NO_VOTES: Votes = { diagnosis: 0, cause: 0, fix: 0, verification: 0 };

const meanOf = (all: readonly Votes[]): Votes => scaled(sumOfVotes(all), 1 / Math.max(1, all.length));

const scaled = (votes: Votes, by: number): Votes => ({
  diagnosis: votes.diagnosis * by,
  cause: votes.cause * by,
  fix: votes.fix * by,
  verification: votes.verification * by,
});

const readAll = (
  solutions: readonly (readonly ToldSentence[])[],
  votesOf: (sentence: ToldSentence) => Votes,
): Reading =>
  new Map(
    solutions.flatMap((sentences) => {
      const roles = decodeRoles(sentences, votesOf);
      return sentences.map((one, place) => [one, roles[place] ?? 'diagnosis'] as const);
    }),
  );

const sharesOf = ({ sentences }: AlikeGroup, read: Reading): Votes => {
  const share = (role: Role): number =>
    (PLACE * sentences.filter((one) => read.get(one) === role).length) / Math.max(1, sentences.length);
  return {
    diagnosis: share('diagnosis'),
    cause: share('cause'),
    fix: share('fix'),
    verification: share('verification'),
  };
};
