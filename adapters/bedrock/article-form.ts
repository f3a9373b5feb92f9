import * as z from 'zod';
import { SECTIONS } from '#core/knowledge/article-draft.ts';
import type { WrittenArticle } from '#core/knowledge/prompt/written-article.ts';

/** Limits stand in refinements: models that are held to a schema refuse one with lengths in it. */
const words = (most: number) =>
  z
    .string()
    .refine((text) => text.trim() !== '' && text.length <= most, { error: `1 to ${most} characters` });
const upTo = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).refine(({ length }) => length <= most, { error: `at most ${most}` });

/** The form of a model's answer. */
export const ArticleForm = z.strictObject({
  title: words(300),
  summary: words(2_000),
  statements: upTo(
    z.strictObject({
      section: z.enum(SECTIONS),
      text: words(1_000),
      sources: upTo(z.strictObject({ case: words(20), quote: words(2_000) }), 20),
    }),
    60,
  ),
  tags: upTo(words(100), 20),
}) satisfies z.ZodType<WrittenArticle>;

const { $schema: _, ...schema } = z.toJSONSchema(ArticleForm);

/** The same as JSON Schema, without its limits. */
export const ARTICLE_SCHEMA = z.json().parse(schema);
