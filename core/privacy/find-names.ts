import { firstNames } from './first-names.ts';
import { bareNameKey, nameKey } from './name-words.ts';
import { ordinaryWords } from './ordinary-words.ts';
import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

/** A word with a capital and small letters: `Anna`, `O'Neill`, `McLean`, `Grünwald-Roth`. */
const WORD = String.raw`\p{Lu}(?:['’]\p{Lu}|\p{M})?\p{Ll}[\p{L}\p{M}]{0,24}(?:[-’']\p{L}[\p{L}\p{M}]{1,24})?`;
const PARTICLE = String.raw`(?:(?:van|von|vom|de|der|den|del|della|di|da|dos|du|le|la|el|al|bin|ibn|ter|zu)[ \t]){0,2}`;
const INITIAL = String.raw`(?:\p{Lu}\.[ \t]?){0,2}`;
/** One to three words of a name. */
const PERSON = String.raw`${INITIAL}${WORD}(?:[ \t]${INITIAL}${PARTICLE}${WORD}){0,2}`;
/** A first and a last name. */
const FULL = String.raw`${INITIAL}${WORD}(?:[ \t]${INITIAL}${PARTICLE}${WORD}){1,2}`;
/** `Mr`, `Dr`; after a number `ms` and `mx` are units. */
const TITLE = String.raw`(?:(?<!\d[ \t]?)(?:M(?:r|rs|s|iss|x|me|lle)|Dr|Prof|Sir|Madame|Monsieur|Se[ñn]ora?|Signora?|(?i:mrs?|herrn?|frau))\.?[ \t]{1,2}){1,2}`;
const BEFORE = String.raw`(?<![\p{L}\p{N}_])`;
const ENDS = String.raw`(?![\p{L}\p{N}_@])`;

const insensitive = (words: string): string => `(?i:${words})`;
const pattern = (source: string): RegExp => new RegExp(source, 'dgu');

const GREETING = insensitive(
  '(?:dear|hi|hello|hallo|hey|morning|good morning|liebe|lieber|sehr geehrter?|guten tag|bonjour|hola|ciao|salut)',
);
const CLOSING = insensitive(
  '(?:regards|rgds|br|thanks|thank you|thx|cheers|sincerely|faithfully|wishes|best|gr[üu](?:ss|ß)(?:e|en)?|mfg|lg|vg|cordialement|saludos|greetings|yours)',
);
const CUE = insensitive(
  '(?:contact|attn|attention|poc|poc is|reporter|reported by|raised by|opened by|logged by|cc|ask for|asked for|spoke to|spoke with|talked to|talked with|met|called by|phone call with|call with|caller|requested by|approved by|signed by|sign form|assigned to|handed to|escorted by|thank you to|thanks to|my name is|name|i am|this is|colleague|technician|engineer|owner|manager|ansprechpartner|kontakt|spoken to|user|customer|cust|client)',
);
const SAYS = insensitive(
  '(?:has left|left the company|called|calls|reported|reports|says|said|wrote|writes|confirmed|told|asked|asks|is on holiday|is on leave|is on vacation|joined|phoned|rang|mailed|emailed|will be (?:there|in|on ?site)|is waiting|tried|noticed)',
);

const parts = (name: string): readonly string[] =>
  name.split(/[ \t.]+/).filter((part) => /^\p{Lu}/u.test(part) && part.length > 1);

/** No word of it is one that stands in every case. */
const isNobodysWord = (name: string): boolean =>
  parts(name).some(
    (part) =>
      ordinaryWords.has(part.toLowerCase()) || ordinaryWords.has(part.toLowerCase().replace(/['’]s$/, '')),
  );
const isName = (name: string): boolean => !isNobodysWord(name);
const isFirstName = (word: string): boolean =>
  firstNames.has(nameKey(word)) || firstNames.has(bareNameKey(word));

const GREETED = pattern(
  `${BEFORE}${GREETING}[ \\t]{1,2}(?:${TITLE})?(?<it>${PERSON})(?=[ \\t]?(?:[,!:;.\\n–-]|$))`,
);
const SIGNED = pattern(
  `${BEFORE}${CLOSING}[ \\t]?(?:[,.!:–-][ \\t]?){0,2}\\n{0,2}(?:from (?:a |the )?(?:[a-z]{1,12} ){0,3})?(?<it>${PERSON})(?=[ \\t]?(?:[,.!(/|<\\n–-]|$))`,
);
const TITLED = pattern(`${BEFORE}${TITLE}(?<it>${PARTICLE}${PERSON})${ENDS}`);
const CUED = pattern(
  `${BEFORE}${CUE}[ \\t]?[:.=]?[ \\t]{0,2}(?:${TITLE})?(?:${insensitive('is')}[ \\t])?(?<it>${FULL})${ENDS}`,
);
const SAYING = pattern(`${BEFORE}(?<it>${FULL})[ \\t]${SAYS}(?![\\p{L}])`);
const REACHED = pattern(
  `${BEFORE}(?<it>${FULL})[ \\t]?(?=[(<,;:]?[ \\t]?(?:${insensitive('phone|tel|pager|mobile|cell|ext')}\\b|\\+?\\d{3,}|[\\p{L}\\p{N}._+-]{1,64}@))`,
);
const ADDRESSED = pattern(`, (?<it>${FULL})(?=[ \\t]?[.!]?[ \\t]?(?:\\n|$))`);
const SIGNATURE = pattern(`\\n(?<it>${FULL})(?=[ \\t]?(?:\\n|$))`);
const BELOW_DASHES = pattern(`(?:^|\\n)-- ?\\n(?<it>${PERSON})(?=[ \\t]?(?:\\n|$|,))`);
const KNOWN_FULL = pattern(`${BEFORE}(?<it>${FULL})${ENDS}`);
const SMALL_SIGNED =
  /(?<![\p{L}\p{N}])(?:regards|rgds|thanks|cheers|wishes)[ \t]?[,.!]?[ \t\n]{0,2}(?<it>\p{Ll}{3,20})(?![\p{L}\p{N}])/dgu;
const SINGLE = pattern(`${BEFORE}(?<it>${WORD})${ENDS}`);

const SIGNS = [GREETED, SIGNED, TITLED, CUED, SAYING, REACHED, ADDRESSED, SIGNATURE, BELOW_DASHES];

/**
 * Names of people by where they stand: greeted, signed, after words like `contact` or `Mr`, beside an address or a
 * number, alone in a line at the end; and by a common first name. A name that no such sign betrays is not found.
 */
export const findNames = (text: string): readonly PersonalData[] => [
  ...SIGNS.flatMap((sign) => spansOf(text, sign, 'name', isName)),
  ...spansOf(text, KNOWN_FULL, 'name', (name) => isFirstName(parts(name)[0] ?? '') && isName(name)),
  ...spansOf(text, SMALL_SIGNED, 'name', (name) => isFirstName(name)),
  ...spansOf(text, SINGLE, 'name', (name) => isFirstName(name.replace(/['’]s$/, ''))),
];
