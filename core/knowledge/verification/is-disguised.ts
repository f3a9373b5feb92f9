const WORD = /[\p{L}\p{M}]{2,}/gu;
const LATIN = /\p{Script=Latin}/u;
/** Scripts whose letters are taken for Latin ones; the signs for micro and ohm are Greek and honest. */
const ALIKE = /(?![µμΩ])[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
/** Letters of other faces: wide, mathematical, enclosed. */
const ORNATE = /[\uff21-\uff3a\uff41-\uff5a\u249c-\u24e9\u{1d400}-\u{1d7ff}\u{1f110}-\u{1f189}]/u;
/** Letters of the block of tags, which nobody sees. */
const TAGS = /[\u{e0000}-\u{e007f}]/u;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
const PILED = /\p{M}{4,}/u;

/** Whether a text hides what it says: letters of two scripts in one word, ornate letters, marks in piles, turned direction. */
export const isDisguised = (text: string): boolean =>
  [ORNATE, TAGS, DIRECTION, PILED].some((sign) => sign.test(text)) ||
  (text.match(WORD) ?? []).some((word) => LATIN.test(word) && ALIKE.test(word));
