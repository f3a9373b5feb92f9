import { cleanedText } from './cleaned-text.ts';
import { isCorroborated } from './is-corroborated.ts';
import { whyUnsupported } from './is-supported.ts';
import { sentencesIn } from './place-quote.ts';
import type { ReadEvidence } from './read-evidence.ts';
import type { RemovalReason } from './verified.ts';
import { whyUnfit } from './why-unfit.ts';

const MOST_CHARACTERS = 2_000;

/** A title or summary as it may stand, held against the whole evidence; or why it may not. */
export const checkHeading = (
  evidence: ReadEvidence,
  heading: string,
): { readonly text: string } | RemovalReason => {
  if (heading.length > MOST_CHARACTERS) return 'too_long';
  const text = cleanedText(heading);
  const cases = [...evidence.cases.values()].filter(({ hostile }) => !hostile);
  const people = cases.flatMap((one) => one.people);
  const texts = cases.flatMap((one) => one.texts);
  const quotes = texts.map(({ flat }) => flat);
  return (
    whyUnfit(text, heading, { people, customers: evidence.customers }) ??
    whyUnsupported(text, { cases, quotes, sentences: texts.flatMap(sentencesIn), about: evidence.about }) ??
    (isCorroborated(text, evidence) ? { text } : 'not_corroborated')
  );
};
