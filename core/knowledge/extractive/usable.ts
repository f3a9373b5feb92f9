const LEAST_WORDS = 2;
const MOST_CHARACTERS = 300;
/** What does not show, or turns the direction of text, does not belong in an article. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const MARKUP = /<[!/?a-z][^>]*>/iu;
const LABEL = /^(?:\S+\s+){0,2}\S+[:,]$/u;
const GREETING =
  /^(?:hello|hi|dear|hey|good (?:morning|afternoon|evening|day)|morning|greetings|hallo|guten (?:tag|morgen)|sehr geehrte|moin)\b/iu;
const GREETING_WORDS = 9;
const SIGN_OFF =
  /^(?:(?:kind|best|warm|many) )*(?:regards|wishes|thanks|thank you|cheers|sincerely|rgds|br)\b/iu;
/** What people say to each other while they work on a case. */
const TALK =
  /\b(?:thank(?:s| you)|sorry|please|pls|could (?:you|somebody|someone)|can (?:you|somebody|someone)|let me know|get back to|looking forward|any (?:news|update)|waiting for|hear from|call me|phone me|asap|urgent(?:ly)?|deadline|holiday|vacation|weekend|attached|as requested)\b/iu;

const STATUS = /^(?:assigned|escalated|forwarded|priority|waiting|pending|in progress|on hold)\b/iu;

const wordsIn = (text: string): number => text.split(/\s+/u).length;

/** Whether a sentence can stand in an article as it is: short enough, of words, without hidden characters or markup. */
export const isPlain = (text: string): boolean =>
  text.length <= MOST_CHARACTERS &&
  wordsIn(text) >= LEAST_WORDS &&
  /\p{L}{2}/u.test(text) &&
  !HIDDEN.test(text) &&
  !MARKUP.test(text);

/** Whether a sentence is talk around the matter: greeting, thanks, request, question, label. */
export const isTalk = (text: string): boolean =>
  (GREETING.test(text) && wordsIn(text) <= GREETING_WORDS) ||
  SIGN_OFF.test(text) ||
  LABEL.test(text) ||
  text.endsWith('?') ||
  STATUS.test(text) ||
  TALK.test(text);
