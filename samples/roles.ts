import type { Author } from './author.ts';
import type { Chance } from './chance.ts';
import type { Role } from './truth.ts';
import { type Banks, tellProblem, tellProgress, tellRemedy, type Writing } from './write-case.ts';

/** The texts of a case, and the status that it stands in. */
export type Told = Writing & { readonly status: string };

type Tell = (banks: Banks, author: Author, chance: Chance, wrongFixes: readonly string[]) => Told;

const resolved: Tell = (banks, author, chance) => {
  const problem = tellProblem(banks, author, chance);
  const remedy = tellRemedy(banks, author, chance);
  const mail = chance.happens(0.3)
    ? [{ type: 'email' as const, body: author.says(chance.pick(banks.manner.mails)) }]
    : [];
  return {
    ...problem,
    ...remedy,
    feed: [...mail, ...remedy.feed],
    facts: [...problem.facts, ...remedy.facts],
    status: chance.pick(['resolved', 'closed', 'solved']),
  };
};

const open: Tell = (banks, author, chance) => ({
  ...tellProblem(banks, author, chance),
  feed: tellProgress(banks, author, chance),
  status: chance.pick(['open', 'in_progress', 'waiting']),
});

const thin: Tell = ({ complaint, manner }, author, chance) => {
  const symptom = author.says(chance.pick(complaint.symptoms));
  const bare = chance.happens(0.4);
  const line = bare ? undefined : symptom;
  return {
    title: author.says(bare ? chance.pick(complaint.titles) : chance.pick(manner.thinTitles)),
    ...(line !== undefined && { description: line }),
    feed: [],
    facts: line === undefined ? [] : [{ kind: 'symptom', quote: line }],
    status: chance.pick(['open', 'closed', 'closed']),
  };
};

/** A fix is written down, then taken back; about half end with the true one, the others keep the wrong one. */
const contradicted: Tell = (banks, author, chance, wrongFixes) => {
  const problem = tellProblem(banks, author, chance);
  const remedy = tellRemedy(banks, author, chance);
  const wrong = author.says(chance.pick(wrongFixes));
  const relapse = author.says(chance.pick(banks.manner.relapses));
  const ends = chance.happens(0.5);
  return {
    ...problem,
    resolution: ends ? (remedy.resolution ?? '') : wrong,
    feed: [
      { type: 'note', body: wrong },
      { type: 'email', body: relapse },
      { type: 'status_change', body: 'reopened' },
      ...(ends ? remedy.feed : []),
    ],
    facts: [...problem.facts, { kind: 'wrong_fix', quote: wrong }, ...(ends ? remedy.facts : [])],
    status: ends ? 'resolved' : 'reopened',
  };
};

/** How the roles that are written from a pattern are told. */
export const tellers = { resolved, bridging: resolved, open, thin, contradicted } as const satisfies Partial<
  Record<Role, Tell>
>;

/** Share of each role among the cases of a pattern, in thousandths. */
export const roleShares: readonly (readonly [Exclude<Role, 'noise'>, number])[] = [
  ['resolved', 640],
  ['bridging', 60],
  ['open', 90],
  ['thin', 70],
  ['contradicted', 50],
  ['exact_duplicate', 30],
  ['near_duplicate', 60],
];
