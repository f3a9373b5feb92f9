const MOST_CHARACTERS = 100;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*/gu;
/** Six digits or more that are no part of a word: telephone, account and card numbers, but not `0x0000011b` or `kb5034441`. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\+?\(?\d(?:[\s()./-]{0,2}\d){5,}(?![\p{L}\p{N}])/gu;

/**
 * What the log and the statistics keep of a query: lower case, single spaces, at most 100 characters, with e-mail
 * addresses and long numbers masked. Names of people cannot be recognised by their form.
 */
export const maskedQuery = (query: string): string =>
  query
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(EMAIL, '[email]')
    .replaceAll(LONG_NUMBER, '[number]')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_CHARACTERS)
    .toWellFormed();
