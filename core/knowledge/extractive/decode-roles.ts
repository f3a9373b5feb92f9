import { ROLES, type Role, type Votes } from './role.ts';
import type { ToldSentence } from './told-sentence.ts';

/** What it costs to go back to an earlier role; forward is free. A new stage begins anew. */
const BACK = 2;
/** What speaks for it that a cause stands right before what was done about it. */
const MENDED = 1;

type Path = { readonly score: number; readonly roles: readonly Role[] };

/**
 * The roles of the sentences of one solution: the most likely reading that goes from what was found out to the cause,
 * to what was done and to what shows that it holds (Viterbi).
 */
export const decodeRoles = (
  sentences: readonly ToldSentence[],
  votesOf: (sentence: ToldSentence) => Votes,
): readonly Role[] => {
  let paths: readonly Path[] = ROLES.map(() => ({ score: 0, roles: [] }));
  for (const [at, sentence] of sentences.entries()) {
    const votes = votesOf(sentence);
    const goesOn = at > 0 && sentences[at - 1]?.stage === sentence.stage;
    const before = paths;
    paths = ROLES.map((role, rank) => {
      const best = before
        .map((path, earlier) => ({
          path,
          score: path.score + (goesOn ? stepFrom(earlier, rank) : 0),
        }))
        .reduce((one, other) => (other.score > one.score ? other : one));
      return { score: best.score + votes[role], roles: [...best.path.roles, role] };
    });
  }
  return paths.reduce((one, other) => (other.score > one.score ? other : one)).roles;
};

const stepFrom = (earlier: number, later: number): number => {
  if (earlier > later) return -BACK * (earlier - later);
  return ROLES[earlier] === 'cause' && ROLES[later] === 'fix' ? MENDED : 0;
};
