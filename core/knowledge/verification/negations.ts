import { stemOf } from './stems-of.ts';
import { stopWords } from './stop-words.ts';

const TOKEN = /[\p{L}\p{M}]+(?:['’]\p{L}+)?|[.,;:!?\n]/gu;
const NEGATION =
  /^(?:not|no|never|without|cannot|neither|nor|avoid|stop|refrain|instead|nicht|kein|keine|keinen|keinem|keiner|nie|niemals|ohne|statt|\p{L}+n['’]t|dont|doesnt|didnt|wont|cant|isnt|wasnt|shouldnt|mustnt)$/iu;
/** Words that begin another thought. */
const TURN =
  /^(?:on|after|before|since|because|until|when|if|while|during|but|although|then|aber|nach|seit|weil|wenn)$/iu;
/** Words after a negation that it is about. */
const REACH = 3;

/** What is denied in a text and what is said plainly, as stems. The same stem may be in both. */
export type Polarity = { readonly denied: ReadonlySet<string>; readonly plain: ReadonlySet<string> };

/** Tells which words stand under a negation: the three after it that say something, up to the next comma, stop or word like `after`. */
export const polarityOf = (text: string): Polarity => {
  const denied = new Set<string>();
  const plain = new Set<string>();
  let left = 0;
  for (const [token] of text.normalize('NFC').matchAll(TOKEN)) {
    if (/^[.,;:!?\n]$/u.test(token) || TURN.test(token)) left = 0;
    else if (NEGATION.test(token)) left = REACH;
    else if (!stopWords.has(token.toLowerCase()) && token.length > 1) {
      (left > 0 ? denied : plain).add(stemOf(token));
      left -= 1;
    }
  }
  return { denied, plain };
};

/**
 * Whether a statement turns its sources round: it says plainly what they only deny, or denies what they only say plainly.
 * `sources` are whole sentences, so that a quote cannot leave out the `not` before it.
 */
export const isTurnedRound = (statement: string, sources: readonly string[]): boolean => {
  const said = polarityOf(statement);
  const known = sources.map(polarityOf);
  const onlyDenied = (stem: string): boolean =>
    known.some(({ denied }) => denied.has(stem)) && !known.some(({ plain }) => plain.has(stem));
  const onlyPlain = (stem: string): boolean =>
    known.some(({ plain }) => plain.has(stem)) && !known.some(({ denied }) => denied.has(stem));
  return (
    [...said.plain].some((stem) => !said.denied.has(stem) && onlyDenied(stem)) ||
    [...said.denied].some((stem) => !said.plain.has(stem) && onlyPlain(stem))
  );
};
