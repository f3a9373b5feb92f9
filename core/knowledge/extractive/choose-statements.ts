import type { AlikeGroup } from './group-alike.ts';
import { spokenBy, type Spoken, type Taste } from './tell.ts';
import { likeness, maskedText, trigramsOf } from './trigrams.ts';

/** Likeness from which a statement says again what another has said. */
const AGAIN = 0.72;

/** Customers that must tell something for it to be preferred. */
const TOLD_TWICE = 2;
/** What fewer tell than this share of those who tell the most told is left out beside it. */
const BESIDE = 0.25;
/** So many of the better ones are enough without those that one customer tells, or that name something particular. */
const ENOUGH = 2;

const rank = ({ group, specifics }: Spoken): number =>
  Number(tellersOf(group) >= TOLD_TWICE) + Number(specifics === 0);

const tellersOf = ({ sentences }: AlikeGroup): number => new Set(sentences.map(({ teller }) => teller)).size;

/**
 * The most told of some groups, at most `most`: those first that several customers tell and that name nothing which belongs
 * to one case. What few tell, or what names such a thing, is taken only where little else is there; what `said` holds is
 * not said again, and what is chosen is added to it.
 */
export const chooseStatements = (
  groups: readonly AlikeGroup[],
  most: number,
  taste: Taste,
  said: Set<ReadonlySet<string>>,
): readonly Spoken[] => {
  const ranked = groups
    .flatMap((group) => spokenBy(group, taste) ?? [])
    .toSorted((one, other) => rank(other) - rank(one) || other.group.cases.size - one.group.cases.size);
  const worth = worthOf(ranked);
  const chosen: Spoken[] = [];
  for (const spoken of ranked) {
    if (chosen.length === most) break;
    if (!worth(spoken, chosen.length)) continue;
    const own = trigramsOf(maskedText(spoken.sentence.text));
    if ([...said].some((other) => likeness(own, other) >= AGAIN)) continue;
    said.add(own);
    chosen.push(spoken);
  }
  return chosen;
};

/** Tells whether something is worth saying beside as many better ones. */
const worthOf = (ranked: readonly Spoken[]): ((spoken: Spoken, before: number) => boolean) => {
  const best = Math.max(0, ...ranked.map(rank));
  const least = Math.max(0, ...ranked.map(({ group }) => group.cases.size)) * BESIDE;
  return (spoken, before) => {
    if (before === 0) return true;
    const own = rank(spoken);
    const isGood = own === best && tellersOf(spoken.group) >= TOLD_TWICE;
    return spoken.group.cases.size >= least && (isGood || (before < ENOUGH && (own > 0 || best === 0)));
  };
};
