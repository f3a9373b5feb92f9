import type { ArticleDiff } from '#contracts/article-diff.ts';
import type { ArticleContent } from '#contracts/article.ts';
import type { TextDiff } from '#core/ports/text-diff.ts';
import type { LivingArticle } from './article-row.ts';

/** Fields of an article beside its content, in the order in which they are told. */
const FIELDS = [
  'title',
  'summary',
  'category',
  'product',
  'tags',
  'audience',
  'governance',
] as const satisfies readonly (keyof ArticleContent)[];

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const onlyIn = (one: LivingArticle, other: LivingArticle): string[] => {
  const known = new Set(other.claims.map(({ text }) => text));
  return one.claims.map(({ text }) => text).filter((text) => !known.has(text));
};

/** What two versions of an article say differently. */
export const articleDiff = (texts: TextDiff, from: LivingArticle, to: LivingArticle): ArticleDiff => ({
  from: from.version,
  to: to.version,
  fields: FIELDS.filter((field) => !sameValue(from.content[field], to.content[field])).map((field) => ({
    field,
    from: from.content[field],
    to: to.content[field],
  })),
  content:
    from.content.content === to.content.content
      ? []
      : [...texts.compare(from.content.content, to.content.content)],
  claims: { removed: onlyIn(from, to), added: onlyIn(to, from) },
  state: { from: from.state, to: to.state },
});
