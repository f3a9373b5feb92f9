import type { ArticleDraft, Section, Statement } from '#core/knowledge/article-draft.ts';
import type { Evidence } from '#core/knowledge/evidence.ts';
import type { RoleGroup } from './assign-roles.ts';
import { chooseStatements } from './choose-statements.ts';
import { environmentOf } from './environment-of.ts';
import { ofOneTeller } from './of-one-teller.ts';
import { orderSteps } from './order-steps.ts';
import { privateSentences } from './private-sentences.ts';
import { readPattern, type ReadPattern } from './read-pattern.ts';
import type { Role } from './role.ts';
import { tagsOf } from './tags-of.ts';
import { statementOf, type Spoken, type Taste } from './tell.ts';
import { tellingsOf, type Telling } from './tellings.ts';
import { titleOf } from './title-of.ts';

/** Statements of each part at most; of a cause and what shows that it holds, one of each further way of telling too. */
const MOST = { problem: 3, symptom: 6, cause: 3, diagnosis: 4, fix: 3, verification: 3 } as const;
const OF_ONE_TELLING = 2;

/** What an extract is made of: the sentences that were chosen, by what they tell. */
type Chosen = Readonly<Record<'problem' | 'symptom' | Role, readonly Spoken[]>>;

/**
 * Writes an article in the words of the cases: sentences arranged by what they tell, those told alike as one, the most
 * told first, steps in the order in which most cases take them. Undefined where nothing can be told without naming
 * somebody. Deterministic.
 */
export const writeExtract = (evidence: Evidence): ArticleDraft | undefined => {
  const pattern = readPattern(evidence);
  const taste: Taste = { isPrivate: privateSentences(evidence), isOfOneTeller: ofOneTeller(pattern.cases) };
  const chosen = choose(pattern, taste);
  const title = titleOf(chosen.problem[0] ?? chosen.symptom[0], chosen.cause[0]);
  if (title === undefined) return undefined;
  const tell = (section: Section, spoken: readonly Spoken[]): readonly Statement[] =>
    spoken.map((one) => statementOf(section, one, taste));
  return {
    title,
    summary: [...chosen.cause.slice(0, 1), ...chosen.fix.slice(0, 1)]
      .map(({ sentence }) => sentence.text)
      .join(' '),
    statements: [
      ...tell('problem', chosen.problem),
      ...environmentOf(evidence, pattern.cases, taste),
      ...tell('symptom', chosen.symptom),
      ...tell('cause', chosen.cause),
      ...tell('step', [...orderSteps(chosen.diagnosis), ...orderSteps(chosen.fix)]),
      ...tell('verification', chosen.verification),
    ],
    tags: tagsOf(pattern.cases),
  };
};

const choose = ({ titles, problems, solutions }: ReadPattern, taste: Taste): Chosen => {
  const complaint = new Set<ReadonlySet<string>>();
  const remedy = new Set<ReadonlySet<string>>();
  const tellings = tellingsOf(solutions);
  const [main] = tellings;
  const ofMain = (role: Role): readonly Spoken[] =>
    chooseStatements(groupsOf(main, role), MOST[role], taste, remedy);
  const ofAll = (role: 'cause' | 'verification'): readonly Spoken[] =>
    tellings
      .flatMap((telling, place) =>
        chooseStatements(groupsOf(telling, role), place === 0 ? OF_ONE_TELLING : 1, taste, remedy),
      )
      .slice(0, MOST[role]);
  return {
    problem: chooseStatements(titles, MOST.problem, taste, complaint),
    symptom: chooseStatements(problems, MOST.symptom, taste, complaint),
    cause: ofAll('cause'),
    diagnosis: ofMain('diagnosis'),
    fix: ofMain('fix'),
    verification: ofAll('verification'),
  };
};

const groupsOf = (telling: Telling | undefined, role: Role): readonly RoleGroup[] =>
  (telling?.groups ?? []).filter((group) => group.role === role);
