import type { Statement } from '#core/knowledge/article-draft.ts';
import { bearsOn } from './bears-on.ts';
import { createSourceCheck, type Standing } from './check-source.ts';
import { cleanedText } from './cleaned-text.ts';
import { isCorroborated } from './is-corroborated.ts';
import { whyUnsupported } from './is-supported.ts';
import { isTurnedRound } from './negations.ts';
import type { ReadEvidence } from './read-evidence.ts';
import type { RemovalReason } from './verified.ts';
import { whyUnfit } from './why-unfit.ts';

/** Longer than a sentence is; also keeps the work small. */
const MOST_CHARACTERS = 1_000;
const MOST_SOURCES = 100;

/** Checks the statements of a draft: each as it may stand, cleaned and with the sources that stand; or why it may not. */
export const createStatementCheck = (evidence: ReadEvidence) => {
  const checkSource = createSourceCheck(evidence);
  return (statement: Statement): Statement | RemovalReason => {
    if (statement.text.length > MOST_CHARACTERS || statement.sources.length > MOST_SOURCES) return 'too_long';
    const text = cleanedText(statement.text);
    const sources = statement.sources.map(checkSource);
    const standing = sources.filter((source) => typeof source !== 'string').filter(bearsOn(text));
    const people = standing.flatMap(({ cited }) => cited.people);
    return (
      whyUnfit(text, statement.text, { people, customers: evidence.customers }) ??
      (standing.length === 0 ? whyAlone(sources) : undefined) ??
      whyUnfounded(evidence, text, standing) ?? {
        ...statement,
        text,
        sources: standing.map(({ source }) => source),
      }
    );
  };
};

/** Why nothing is left of the sources of a statement. */
const whyAlone = (sources: readonly (Standing | RemovalReason)[]): RemovalReason =>
  sources.find((source) => typeof source === 'string') ??
  (sources.length === 0 ? 'no_source' : 'unsupported_words');

const whyUnfounded = (
  evidence: ReadEvidence,
  text: string,
  standing: readonly Standing[],
): RemovalReason | undefined => {
  const unsupported = whyUnsupported(text, {
    cases: [...new Set(standing.map(({ cited }) => cited))],
    quotes: standing.map(({ source }) => source.quote),
    sentences: standing.flatMap(({ whole, source }) => (whole ? [source.quote] : [])),
  });
  if (unsupported !== undefined) return unsupported;
  const contexts = standing.flatMap((source) => source.contexts);
  if (isTurnedRound(text, contexts)) return 'negated';
  return isCorroborated(text, evidence) ? undefined : 'not_corroborated';
};
