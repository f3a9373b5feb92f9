import type { PersonalData } from './personal-data.ts';
import { spansOf } from './spans-of.ts';

/** 13 to 19 digits, alone or in groups, no part of a longer number or word. */
const DIGITS = /(?<![\p{L}\p{N}]|\p{N}[.,-])(?:\d[ -]?){12,18}\d(?![\p{L}\p{N}]|[.,-]\p{N})/dgu;
/** Beginnings and lengths that the brands own, so that a time in nanoseconds with a lucky checksum is none. */
const BRAND =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7]|35)\d{14}|3[47]\d{13}|3[0689]\d{12,14}|6\d{15,18})$/;

const luhn = (digits: string): boolean => {
  const sum = Array.from(digits)
    .toReversed()
    .map(Number)
    .reduce((total, digit, place) => {
      const doubled = digit * 2;
      return total + (place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
};

/** Numbers of payment cards: length, brand and checksum (Luhn) must be right. */
export const findPaymentCards = (text: string): readonly PersonalData[] =>
  spansOf(text, DIGITS, 'card', (found) => {
    const digits = found.replaceAll(/[ -]/g, '');
    return BRAND.test(digits) && luhn(digits);
  });
