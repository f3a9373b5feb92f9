import type { Author } from './author.ts';
import type { Chance } from './chance.ts';
import type { Complaint, Remedy } from './pattern.ts';
import type { FeedDraft } from './sample-case.ts';
import type { GoldFact } from './truth.ts';
import type { Manner } from './voices.ts';

/** The texts of a case and the statements in them. */
export type Writing = {
  readonly title: string;
  readonly description?: string;
  readonly resolution?: string;
  readonly feed: readonly FeedDraft[];
  readonly facts: readonly GoldFact[];
};

/** The banks that a case is written from; `manner` is the customer's, `remedyManner` the resolver's. */
export type Banks = {
  readonly complaint: Complaint;
  readonly clues: readonly string[];
  readonly manner: Manner;
  readonly remedy: Remedy;
  readonly remedyManner: Manner;
};

const CLUE_SHARE = 0.6;

/** Tells the problem: title, and a description with symptoms, often a clue, details and what people add. */
export const tellProblem = (banks: Banks, author: Author, chance: Chance): Writing => {
  const { complaint, clues, manner } = banks;
  const symptoms = chance.some(complaint.symptoms, chance.between(1, 3)).map(author.says);
  const told = chance.happens(CLUE_SHARE) ? [author.says(chance.pick(clues))] : [];
  const details = chance.some(complaint.details, chance.between(0, 2)).map(author.says);
  const aside = chance.happens(0.4) ? [author.says(chance.pick(manner.asides))] : [];
  const body = [...chance.shuffled([...symptoms, ...told]), ...details, ...aside];
  const opening = chance.happens(0.5) ? [author.says(chance.pick(manner.openings))] : [];
  const closing = chance.happens(0.5) ? [author.says(chance.pick(manner.closings))] : [];
  const between = chance.pick([' ', ' ', '\n', '\n\n', '\n- ']);

  return {
    title: author.says(chance.pick(complaint.titles)),
    description: [...opening, body.join(between), ...closing].filter((part) => part !== '').join('\n'),
    feed: [],
    facts: [
      ...symptoms.map((quote) => ({ kind: 'symptom', quote }) as const),
      ...told.map((quote) => ({ kind: 'clue', quote }) as const),
    ],
  };
};

/** Tells how it was found out and mended: all in the resolution, or the steps in the feed as they were taken. */
export const tellRemedy = (banks: Banks, author: Author, chance: Chance): Omit<Writing, 'title'> => {
  const { remedy, remedyManner } = banks;
  const steps = chance.some(remedy.steps, chance.between(2, remedy.steps.length)).map(author.says);
  const cause = author.says(chance.pick(remedy.causes));
  const fix = author.says(chance.pick(remedy.fixes));
  const proof = author.says(chance.pick(remedy.proofs));
  const inFeed = chance.happens(0.45);
  const between = chance.pick([' ', '\n']);

  return {
    resolution: [...(inFeed ? [] : steps), cause, fix, ...(chance.happens(0.8) ? [proof] : [])].join(between),
    feed: [
      { type: 'status_change', body: author.says(chance.pick(remedyManner.statusNotes)) },
      ...(inFeed ? steps.map((body) => ({ type: chance.pick(['note', 'comment'] as const), body })) : []),
      { type: 'email', body: proof },
    ],
    facts: [
      ...steps.map((quote) => ({ kind: 'step', quote }) as const),
      { kind: 'cause', quote: cause },
      { kind: 'fix', quote: fix },
      { kind: 'proof', quote: proof },
    ],
  };
};

/** What goes to and fro while a case is open. */
export const tellProgress = (banks: Banks, author: Author, chance: Chance): readonly FeedDraft[] => [
  { type: 'status_change', body: author.says(chance.pick(banks.manner.statusNotes)) },
  { type: 'email', body: author.says(chance.pick(banks.manner.mails)) },
  ...(chance.happens(0.5) ? [{ type: 'note', body: author.says(banks.remedy.steps[0] ?? '') } as const] : []),
];
