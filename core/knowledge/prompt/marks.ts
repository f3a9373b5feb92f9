import { INVISIBLE } from './invisible-characters.ts';

/** Marks around what is data in a prompt, and how a text is made harmless to them. */
export type Marks = {
  /** Begin or end of a case. */
  readonly around: (what: string) => string;
  /** What follows within a case; short, since a case has many. */
  readonly field: (what: string) => string;
  /** The text without invisible characters and without anything that looks like a mark. */
  readonly harmless: (text: string) => string;
};

/** Enough of a hash that nobody meets it by chance; to a model each two characters are a token. */
const SECRET_CHARACTERS = 16;

/**
 * The marks of one prompt. Those around cases hold a part of the hash over all cases in it, so nobody can write a case
 * that holds its own mark: every character that is tried changes the hash. Nothing is left to chance all the same: what
 * looks like a mark is rewritten, `<<<` to `‹‹‹`, and the secret is taken out.
 */
export const marksOf = (hash: string): Marks => {
  const secret = hash.slice(0, SECRET_CHARACTERS);
  return {
    around: (what) => `<<<${what} ${secret}>>>`,
    field: (what) => `<<<${what}>>>`,
    harmless: (text) =>
      text
        .replaceAll('\r\n', '\n')
        .replaceAll(INVISIBLE, '')
        .replaceAll(secret, '…')
        .replaceAll(/<{2,}/g, (found) => '‹'.repeat(found.length))
        .replaceAll(/>{2,}/g, (found) => '›'.repeat(found.length)),
  };
};
