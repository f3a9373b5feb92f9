import type { ToldSentence } from './told-sentence.ts';
import { likeness, maskedText, trigramsOf } from './trigrams.ts';

/** Sentences that tell the same in nearly the same words; numbers may differ. */
export type AlikeGroup = { readonly sentences: readonly ToldSentence[]; readonly cases: ReadonlySet<string> };

/** Likeness from which two sentences tell the same. */
const SAME = 0.72;
const NEGATION =
  /\b(?:not|no|never|none|cannot|without|nicht|kein\p{L}*|nie|(?:do|does|did|is|was|were|are|has|have|had|wo|would|could|should|ca)n['’]?t)\b/giu;

type Leader = {
  readonly sentences: ToldSentence[];
  readonly trigrams: ReadonlySet<string>;
  readonly negations: number;
};

const negationsIn = (text: string): number => text.match(NEGATION)?.length ?? 0;

/**
 * Groups sentences that are told alike, the most told wording first; what one denies and the other does not is never
 * the same. Deterministic, whatever the order of the sentences.
 */
export const groupAlike = (sentences: readonly ToldSentence[]): readonly AlikeGroup[] => {
  const worded = [...Map.groupBy(sentences, ({ text }) => maskedText(text))].toSorted(
    ([one, own], [other, others]) => others.length - own.length || (one < other ? -1 : 1),
  );
  const leaders: Leader[] = [];
  for (const [masked, own] of worded) {
    const trigrams = trigramsOf(masked);
    const negations = negationsIn(own[0]?.text ?? '');
    const near = leaders
      .filter((leader) => leader.negations === negations)
      .map((leader) => ({ leader, like: likeness(leader.trigrams, trigrams) }))
      .reduce<{ leader: Leader; like: number } | undefined>(
        (best, one) => (one.like >= SAME && one.like > (best?.like ?? 0) ? one : best),
        undefined,
      );
    if (near) near.leader.sentences.push(...own);
    else leaders.push({ sentences: [...own], trigrams, negations });
  }
  return leaders.map(({ sentences: all }) => ({
    sentences: all.toSorted(byCaseAndPlace),
    cases: new Set(all.map(({ caseId }) => caseId)),
  }));
};

const byCaseAndPlace = (one: ToldSentence, other: ToldSentence): number =>
  one.caseId === other.caseId ? one.place - other.place : one.caseId < other.caseId ? -1 : 1;
