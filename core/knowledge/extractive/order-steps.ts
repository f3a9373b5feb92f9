import type { AlikeGroup } from './group-alike.ts';
import type { ToldSentence } from './told-sentence.ts';

type Step = { readonly group: AlikeGroup };

const meanOrdinal = ({ group }: Step): number | undefined => {
  const ordinals = group.sentences.flatMap(({ ordinal }) => ordinal ?? []);
  return ordinals.length === 0 ? undefined : ordinals.reduce((sum, one) => sum + one, 0) / ordinals.length;
};

const placesIn = ({ group }: Step): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(group.sentences, ({ caseId }) => caseId)].map(([caseId, own]) => [
      caseId,
      Math.min(...own.map(({ place }: ToldSentence) => place)),
    ]),
  );

/** Cases that tell one before the other, less those that tell it after; written numbers say more than places. */
const lead = (one: Step, other: Step): number => {
  const [a, b] = [meanOrdinal(one), meanOrdinal(other)];
  if (a !== undefined && b !== undefined && a !== b) return a < b ? Infinity : -Infinity;
  const places = placesIn(other);
  return [...placesIn(one)].reduce(
    (sum, [caseId, place]) => sum + Math.sign((places.get(caseId) ?? place) - place),
    0,
  );
};

/**
 * Orders steps as most cases take them: again and again the step that fewest of the others come before. Steps whose
 * order nobody tells stay as they came.
 */
export const orderSteps = <One extends Step>(steps: readonly One[]): readonly One[] => {
  const left = [...steps];
  const ordered: One[] = [];
  while (left.length > 0) {
    const next = left
      .map((step) => ({
        step,
        behind: left.filter((other) => other !== step && lead(other, step) > 0).length,
      }))
      .reduce((best, one) => (one.behind < best.behind ? one : best));
    ordered.push(next.step);
    left.splice(left.indexOf(next.step), 1);
  }
  return ordered;
};
