import type { EvidenceCase, EvidenceField } from '#core/knowledge/evidence.ts';
import { hintsOf } from './hints-of.ts';
import { sumOfVotes, type Votes } from './role.ts';
import { sentencesOf, type Sentence } from './sentences-of.ts';
import { solutionOf } from './solution-of.ts';
import type { Part, ToldSentence } from './told-sentence.ts';
import { isPlain, isTalk } from './usable.ts';

/** The sentences of a case by their part; a solution in the order in which it was told. */
export type ReadCase = Readonly<Record<Part, readonly ToldSentence[]>>;

/** What a machine wrote was looked at, or typed. */
const SEEN: Votes = { diagnosis: 1.5, cause: 0, fix: 0, verification: 0 };

/** Most sentences of a problem: the first ones. */
const MOST_SENTENCES = 20;

/** Reads a case: which of its sentences tell something, in which part, and what words and place say about their role. */
export const readCase = (one: EvidenceCase): ReadCase => {
  const of = { caseId: one.id, teller: one.customer ?? one.id };
  const bare = (part: Part, sentences: readonly Sentence[]): readonly ToldSentence[] =>
    sentences
      .slice(0, MOST_SENTENCES)
      .map((sentence, place) => ({ ...sentence, ...of, part, stage: undefined, place, votes: undefined }));
  return {
    title: bare('title', plainIn(one, 'title')),
    problem: bare(
      'problem',
      plainIn(one, 'description').filter(({ text }) => !isTalk(text)),
    ),
    solution: solutionOf(one).map(({ sentence, stage, votes }, place) => ({
      ...sentence,
      ...of,
      part: 'solution',
      stage,
      place,
      votes: sumOfVotes([sentence.log ? SEEN : hintsOf(sentence.text), votes]),
    })),
  };
};

const plainIn = ({ texts }: EvidenceCase, field: EvidenceField): readonly Sentence[] =>
  texts
    .filter((text) => text.field === field)
    .flatMap(({ body }) => sentencesOf(body))
    .filter(({ text }) => isPlain(text));
