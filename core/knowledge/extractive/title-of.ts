import type { Spoken } from './tell.ts';

/** A title longer than this is cut in lists. */
const MOST_CHARACTERS = 140;
const CAUSE_LABEL = /^(?:(?:the )?(?:root |probable )?cause(?: was| is)?|reason|ursache)\s*[:–-]\s*/iu;
const END = /[.!,;:\s]+$/u;

/**
 * The title of an article: its problem, and the cause where both fit, since one problem may have several causes and an
 * article each.
 */
export const titleOf = (problem: Spoken | undefined, cause: Spoken | undefined): string | undefined => {
  if (problem === undefined) return undefined;
  const title = problem.sentence.text.replace(END, '');
  const reason = cause?.sentence.text.replace(CAUSE_LABEL, '').replace(END, '');
  const both = reason === undefined ? title : `${title} – ${reason}`;
  return both.length <= MOST_CHARACTERS ? both : title;
};
