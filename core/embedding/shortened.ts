/** The first `most` UTF-16 units of a text, less a half of a character at the end. */
export const shortened = (text: string, most: number): string =>
  text.length > most ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text;
