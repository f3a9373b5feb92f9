import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

/** Digits in groups, at most two separators between; no part of a word, a longer number, a time or a path. */
const GROUPS =
  /(?<![\p{L}\p{N}_@#]|\p{L}[./_-]|\p{N}[.:,/_=-]|\p{N} ?[:,] ?)(?:\+ ?)?\(?\d(?:[ \t\u00a0()./\u2010-\u2015-]{0,3}\d){5,18}(?![\p{L}\p{N}_%]|[:=_-][\p{L}\p{N}]|[.,/]\p{N})/dgu;
/** Words after which a number is one to call. */
const CUE =
  /(?<!\p{L})(?:phone|telephone|tel|mobile|mob|cell|call|fax|pager|paging|dial(?:-| )?in(?: via)?|hotline|extension|ext|reach(?:ed)? (?:me|him|her|us)?|get me|ring|number (?:changed|is)|telefon|handy|mobil|durchwahl|rufnummer|t[ée]l[ée]phone|tel[ée]fono|whatsapp|sms)[^\p{L}\p{N}\n]{0,4}(?:\p{L}{1,6}[ :]{1,2}){0,3}[^\p{L}\p{N}\n]{0,3}$/iu;
/** Words after which it is the number of a thing. */
const THING =
  /(?<!\p{L})(?:error|err|code|event(?: id)?|part|p\/n|pn|kb|ticket|case|incident|dispatch|order|ref(?:erence)?|invoice|serial|s\/n|version|build|release|model|id|pid|sku|article|msg|line|block|sector|lba|rev|revision|no|nr|job|depot ref|licen[cs]e|key|asset)[ .:#=-]{0,3}$/iu;
const DATE = /^(?:19|20)\d{2}[./-]?(?:0\d|1[0-2])[./-]?[0-3]\d|^[0-3]?\d[./][01]?\d[./](?:19|20)?\d{2}(?!\d)/;
/** How numbers are written where no word says what they are. */
const WRITINGS: readonly RegExp[] = [
  // +49 (0)89 1234-567
  /^\+ ?[1-9]/,
  // 0049 89 1234567
  /^00[1-9]\d{0,2}[ ()/.-]/,
  // (555) 123-4567, 1-800-555-0123, 555.123.4567
  /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}$/,
  // 555-0123
  /^\d{3}-\d{4}$/,
  // (089) 123456, 089/1234567, 0171-2345678, 01 23 45 67 89, 020 7946 0958
  /^\(?0[1-9]\d{0,4}\)?[ /-]{1,3}\d{3,}|^0[1-9](?:[ .]\d{2}){4}$|^\(?0[1-9]\d{1,3}\)? \d{3,4} \d{3,4}$/,
  // 01712345678
  /^0[1-9]\d{8,10}$/,
];

const digitsOf = (found: string): number => found.replaceAll(/\D/g, '').length;

/** Telephone numbers: written like one, or after a word like `phone`; no versions, dates, codes or parts. */
export const findPhones = (text: string): readonly PersonalData[] =>
  spansOf(text, GROUPS, 'phone', (found, { index }) => {
    const before = text.slice(Math.max(0, index - 40), index);
    const digits = digitsOf(found);
    if (digits > 15 || DATE.test(found)) return false;
    if (CUE.test(before)) return true;
    return !THING.test(before) && digits >= 7 && WRITINGS.some((writing) => writing.test(found));
  });
