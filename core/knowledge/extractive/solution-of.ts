import type { EvidenceCase, EvidenceText } from '#core/knowledge/evidence.ts';
import { saysItHolds } from './hints-of.ts';
import { alikeToAny } from './alike-to-any.ts';
import type { Votes } from './role.ts';
import { sentencesOf, type Sentence } from './sentences-of.ts';
import { standingOf } from './standing-of.ts';
import type { Stage } from './told-sentence.ts';
import { isPlain, isTalk } from './usable.ts';

/** A sentence of a solution: where it was told, and what that says about its role. */
export type PlacedSentence = { readonly sentence: Sentence; readonly stage: Stage; readonly votes: Votes };

/** Most sentences of each stage: the latest notes, the first ones of resolution and mail. */
const MOST = { note: 24, resolution: 20, mail: 6 } as const;
/** Of what was taken back, and of mails that may repeat a resolution, the latest. */
const MOST_COMPARED = 60;

const NONE: Votes = { diagnosis: 0, cause: 0, fix: 0, verification: 0 };
const NUMBERED: Votes = { ...NONE, diagnosis: 3 };
/** A note, where the resolution tells the solution, and where it does not. */
const WORKING_NOTE: Votes = { ...NONE, diagnosis: 2.5 };
const ONLY_NOTE: Votes = { ...NONE, diagnosis: 0.5 };
const LEAST_RESOLUTION = 2;
const LAST_WORD: Votes = { ...NONE, verification: 2 };
/** What the resolution says and the customer repeats in the end. */
const CONFIRMED: Votes = { ...NONE, verification: 3 };

/** The solution of a case as it stands in the end, in the order in which it was told: notes, resolution, last mail. */
export const solutionOf = (one: EvidenceCase): readonly PlacedSentence[] => {
  const { feed, resolution, takenBack } = standingOf(one);
  const isWrong = alikeToAny(takenBack.flatMap(tellingOf).slice(-MOST_COMPARED));
  const stands = (sentence: Sentence): boolean => !isWrong(sentence);
  const resolved = (resolution ? tellingOf(resolution) : []).filter(stands).slice(0, MOST.resolution);
  return [
    ...notesIn(feed, resolved.length).filter(({ sentence }) => stands(sentence)),
    ...resolutionIn(resolved, feed),
    ...lastWordIn(feed).filter(({ sentence }) => stands(sentence)),
  ];
};

const tellingOf = ({ body }: EvidenceText): readonly Sentence[] =>
  sentencesOf(body).filter(({ text }) => isPlain(text) && !isTalk(text));

const notesIn = (feed: readonly EvidenceText[], resolved: number): readonly PlacedSentence[] => {
  const note = resolved < LEAST_RESOLUTION ? ONLY_NOTE : WORKING_NOTE;
  return feed
    .filter(({ type }) => type !== 'status_change' && type !== 'email')
    .slice(-MOST.note)
    .flatMap(tellingOf)
    .slice(-MOST.note)
    .map((sentence) => ({
      sentence,
      stage: 'note',
      votes: sentence.ordinal === undefined ? note : NUMBERED,
    }));
};

const resolutionIn = (
  resolved: readonly Sentence[],
  feed: readonly EvidenceText[],
): readonly PlacedSentence[] => {
  const mails = feed.filter(({ type }) => type === 'email').slice(-MOST.mail);
  const isRepeated = alikeToAny(mails.flatMap(tellingOf).slice(-MOST_COMPARED));
  return resolved.map((sentence) => ({
    sentence,
    stage: 'resolution',
    votes: isRepeated(sentence) ? CONFIRMED : sentence.ordinal === undefined ? NONE : NUMBERED,
  }));
};

/** Of what customers write only the last word counts, and only after the work. */
const lastWordIn = (feed: readonly EvidenceText[]): readonly PlacedSentence[] => {
  const last = feed.findLast(({ type }) => type !== 'status_change');
  return (last?.type === 'email' ? tellingOf(last) : []).slice(0, MOST.mail).map((sentence) => ({
    sentence,
    stage: 'mail',
    votes: saysItHolds(sentence.text) ? CONFIRMED : LAST_WORD,
  }));
};
