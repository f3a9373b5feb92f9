import type { EvidenceCase, EvidenceText } from '#core/knowledge/evidence.ts';
import { deedOf } from './hints-of.ts';
import { sentencesOf } from './sentences-of.ts';

const REOPENED = /\bre-?open(?:ed|ing|s)?\b/iu;
/** What is written when a fix did not hold. */
const RELAPSE =
  /\b(?:(?:did|does|do)(?: not|n't) (?:help|work|fix|solve|hold)|no (?:effect|improvement|luck)|(?:is|are|was|came|come) back\b(?! (?:up|online|to normal|in (?:service|operation)))|(?:same|old) (?:problem|issue|error|symptoms?|fault|behaviou?r) (?:again|as before)|(?:problem|issue|error|fault|alert|alarm|it) (?:persists?|re-?occur(?:s|red)|recur(?:s|red)|returned|fired again|happened again|started again)|(?:was|is) not (?:it|the (?:cause|reason|fix|solution))|not (?:solved|fixed|resolved)|(?:hilft|half) nicht|wieder (?:da|aufgetreten))\b/iu;

/** What is left of a case's solution, and what was taken back. */
export type Standing = {
  readonly feed: readonly EvidenceText[];
  readonly resolution: EvidenceText | undefined;
  /** Fixes that were written down and did not hold. */
  readonly takenBack: readonly EvidenceText[];
};

/** An engineer's note that a step did not help is a step; that of the customer takes back what was done. */
const takesBack = ({ type, body }: EvidenceText): boolean => {
  if (type === 'status_change') return REOPENED.test(body);
  if (type === 'note') return false;
  return sentencesOf(body).some(({ text }) => RELAPSE.test(text) && (type === 'email' || deedOf(text) < 1));
};

/**
 * Parts what a case says in the end from what it took back: all of the feed up to the last relapse, and the resolution
 * too where the case was not resolved again after it (or, without dates, where nothing was done after it).
 */
export const standingOf = ({ texts, resolvedAt }: EvidenceCase): Standing => {
  const feed = texts.filter(({ field }) => field === 'feed');
  const resolution = texts.find(({ field }) => field === 'resolution');
  const last = feed.findLastIndex(takesBack);
  const relapse = feed[last];
  if (!relapse) return { feed, resolution, takenBack: [] };
  const later = feed.slice(last + 1);
  const dated = resolvedAt !== undefined && relapse.at !== undefined;
  const overtaken = dated ? relapse.at > resolvedAt : later.length === 0;
  const before = feed.slice(0, last).filter(({ type }) => type !== 'status_change');
  return {
    feed: later,
    resolution: overtaken ? undefined : resolution,
    takenBack: [...before, ...(overtaken && resolution ? [resolution] : [])],
  };
};
