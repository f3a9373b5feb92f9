const MARKS = /\p{M}/gu;

/** How a name is compared: lower case, without accents, German letters as they are written in addresses. */
export const nameKey = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replaceAll(MARKS, '');

/** The same without the second letter of what was ä, ö, ü: some addresses have `muller`. */
export const bareNameKey = (word: string): string =>
  word.toLowerCase().normalize('NFD').replaceAll(MARKS, '');
