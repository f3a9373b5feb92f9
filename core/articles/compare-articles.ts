import type { ArticleContent } from '#contracts/article.ts';
import { articleParts, type ArticleParts } from './article-parts.ts';
import { toldAlike, type ToldAlike } from './told-alike.ts';

/** What another article is to one. */
export type Relation = 'duplicate' | 'contradiction' | 'similar' | 'unrelated';

/** How another article relates to one; cosines, 0 to 1. */
export type Comparison = {
  readonly id: string;
  readonly relation: Relation;
  readonly problem: number;
  readonly resolution: number;
};

/** An article among others. */
export type Compared = { readonly id: string; readonly content: ArticleContent };

/** Cosines from which two texts tell the same, and below which they tell something else; see docs/adr/0207. */
const SAME = { problem: 0.5, cause: 0.5, resolution: 0.5 } as const;
const OTHER_RESOLUTION = 0.25;
const SIMILAR_PROBLEM = 0.15;

const namesAnother = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one.toLowerCase() !== other.toLowerCase();

const relationOf = (
  { problem, cause, resolution }: Record<keyof ArticleParts, number | undefined>,
  sameProduct: boolean,
): Relation => {
  if (problem === undefined || problem < SIMILAR_PROBLEM) return 'unrelated';
  if (problem < SAME.problem || resolution === undefined || !sameProduct) return 'similar';
  if (resolution >= SAME.resolution) return 'duplicate';
  // Two causes of one symptom have two remedies, and both are right.
  const sameCause = cause === undefined || cause >= SAME.cause;
  return sameCause && resolution < OTHER_RESOLUTION ? 'contradiction' : 'similar';
};

const cosineOf = (alike: ToldAlike, one: string, other: string): number | undefined =>
  one === '' || other === '' ? undefined : alike(one, other);

/**
 * Compares an article with some others, the most alike problem first. Words that most of these articles use weigh
 * little, so the others should be its neighbours. Articles of different products are similar at most.
 */
export const compareArticles = (
  { content }: Pick<Compared, 'content'>,
  others: readonly Compared[],
): readonly Comparison[] => {
  const own = articleParts(content);
  const parts = others.map((other) => ({ other, said: articleParts(other.content) }));
  const texts = (part: keyof ArticleParts) => [own[part], ...parts.map(({ said }) => said[part])];
  const alike = {
    problem: toldAlike(texts('problem')),
    cause: toldAlike(texts('cause')),
    resolution: toldAlike(texts('resolution')),
  };
  return parts
    .map(({ other, said }): Comparison => {
      const cosines = {
        problem: cosineOf(alike.problem, own.problem, said.problem),
        cause: cosineOf(alike.cause, own.cause, said.cause),
        resolution: cosineOf(alike.resolution, own.resolution, said.resolution),
      };
      return {
        id: other.id,
        relation: relationOf(cosines, !namesAnother(content.product, other.content.product)),
        problem: cosines.problem ?? 0,
        resolution: cosines.resolution ?? 0,
      };
    })
    .toSorted((one, other) => other.problem - one.problem || (one.id < other.id ? -1 : 1));
};
