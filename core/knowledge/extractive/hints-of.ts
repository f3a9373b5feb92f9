import { isDeed, isImperative } from './action-words.ts';
import type { Votes } from './role.ts';

const CAUSE =
  /\b(?:root cause|causes?|caused|because|due to|owing to|reason (?:was|is|for)|culprit|turned out|(?:problem|fault|issue|error) (?:was|is|lay)|led to|resulted (?:in|from)|responsible for|result of|therefore|hence|that is why|which is why)\b/iu;
/** What happened before what was seen. */
const BEFORE =
  /\bhad (?:\p{L}{2,20}ly )?(?:been|\p{L}{2,20}(?:ed|en|wn|ung|ught|ept|elt|ost|one|uck|ide))\b/iu;
/** How things are that are the cause of something. */
const AMISS =
  /\b(?:not|never|no longer|cannot|could not|did not|does not|wo?n't|can't|nothing|nobody|no|without|too|un(?:able|set|known|supported|expected)|fail(?:s|ed|ure|ing)?|faulty|defect(?:ive)?|dead|damaged|broken|bad|worn|stuck|loose|wrong|incorrect|invalid|in(?:compatible|sufficient|complete|consistent)|mis\w+|mismatch(?:ed)?|missing|absent|lost|expired|exceeded|exhausted|overloaded|outdated|obsolete|corrupt(?:ed)?|dirty|contaminated|clogged|cracked|bent|empty|full|flat|discharged|degraded|leak(?:s|ed|ing)?|blocked|disabled|forgotten|limited|old|short|weak|conflict(?:s|ing)?|bug|regression)\b/iu;
const HOLDS =
  /\b(?:since|ever since|no (?:more|longer|further|new|error|issue|problem)s?|not (?:one|a single)|never again|without (?:a|any|further)|works?(?: again| now| fine| properly| as)?|working|solved|resolved|confirm(?:s|ed)|verified|stable|steady|steadily|gone|cleared|vanished|remains?|stays?|normal(?:ly)?|healthy|ok|okay|fine|happy|successful(?:ly)?|succeeds?|zero|unchanged|back to|(?:for|within|after|over) (?:the (?:last|past) )?[\d<>~]+ ?(?:s|min|minutes?|h|hrs?|hours?|d|days?|wk|weeks?|months?)|all (?:day|week|night|month|weekend)|(?:each|every) (?:morning|day|night|one|time)|as (?:it should|expected|before)|signed|closed|pass(?:es|ed)?|tested)\b/iu;
const BEGINS_WITH_NONE = /^(?:no|not|zero|never|nothing)\b/iu;
const WORD = /[\p{L}\p{M}'’-]+/gu;
const SOMEBODY = new Set(['i', 'we', 'they', 'he', 'she', 'you', 'somebody', 'someone']);
const PASSIVE = new Set(['was', 'were', 'been', 'got', 'being']);
const ALMOST_FIRST = 3;

/** How much a sentence tells a deed, 0 to 2: an instruction or a past form at its head, or somebody who did something. */
export const deedOf = (text: string): number => {
  const words = (text.match(WORD) ?? []).map((word) => word.toLowerCase());
  if (beginsWithDeed(words)) return 2;
  const at = words.findIndex(isDeed);
  if (at === -1) return 0;
  if (isOfSomebody(words.slice(0, at))) return 1.5;
  return at <= ALMOST_FIRST ? 1 : 0.5;
};

const beginsWithDeed = ([first = '', second = '']: readonly string[]): boolean =>
  isDeed(first) || (isImperative(first) && !PASSIVE.has(second));

const isOfSomebody = (before: readonly string[]): boolean =>
  PASSIVE.has(before.at(-1) ?? '') || before.some((word) => SOMEBODY.has(word));

/** What the words of a sentence say about its role, wherever it stands. */
export const hintsOf = (text: string): Votes => {
  const deed = deedOf(text);
  // A thing that did something, or to which something was done: nobody can tell by the words alone.
  const still = deed <= 1 ? 1 : 0;
  const holds = (HOLDS.test(text) ? 1.5 : 0) + (BEGINS_WITH_NONE.test(text) ? 0.5 : 0);
  return {
    diagnosis: deed * 0.5,
    cause:
      (CAUSE.test(text) ? 3 : 0) + (AMISS.test(text) ? 1 : 0) + (BEFORE.test(text) ? 1 : 0) + still * 0.5,
    fix: deed,
    verification: holds + still * 0.5,
  };
};

/** Whether a sentence says of itself that it tells a cause. */
export const namesCause = (text: string): boolean => CAUSE.test(text);

/** Whether a sentence says that something holds. */
export const saysItHolds = (text: string): boolean => HOLDS.test(text) || BEGINS_WITH_NONE.test(text);
