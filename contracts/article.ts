import * as z from 'zod';
import { ArticleState, Audience, Governance } from './article-state.ts';
import { RecordId } from './case.ts';
import { shortText, text } from './text.ts';

const MOST_TAGS = 50;

const filled = (most: number) => text(most).refine((value) => value.trim() !== '', { message: 'is blank' });

/** What an article says, normalised: the part that its content hash covers. */
export const articleFields = {
  title: filled(500),
  summary: text(2_000).optional(),
  /** Markdown. */
  content: filled(250_000),
  category: shortText.optional(),
  product: shortText.optional(),
  tags: z.array(shortText).max(MOST_TAGS).optional(),
  audience: Audience.default('internal'),
  governance: Governance.default('experience_based'),
} as const;

/** The content of an article without its id, its state and where it came from. */
export const ArticleContent = z.object(articleFields);
export type ArticleContent = z.infer<typeof ArticleContent>;

/** One statement of an article, the cases that it rests on, and their words. */
export const Claim = z.object({
  text: z.string(),
  case_ids: z.array(RecordId),
  quotes: z.array(z.string()),
});
export type Claim = z.infer<typeof Claim>;

/** Who wrote an article: a person, or the generation from cases. */
export const ArticleSource = z.enum(['manual', 'generated']);
export type ArticleSource = z.infer<typeof ArticleSource>;

/** Body of `POST /knowledge`; the id is made when absent, the state is `work_in_progress`. */
export const NewArticle = z.strictObject({ id: RecordId.optional(), ...articleFields });

/** Body of `PUT /knowledge/{id}`; fields that the server owns are taken and ignored, so that an answer of GET can be sent back. */
export const ArticleReplacement = z.strictObject({
  id: RecordId.optional(),
  ...articleFields,
  state: z.unknown().optional(),
  source: z.unknown().optional(),
  claims: z.unknown().optional(),
  version: z.unknown().optional(),
  created_at: z.unknown().optional(),
  updated_at: z.unknown().optional(),
});

/** Path of everything that concerns one article. */
export const ArticlePath = z.strictObject({ id: RecordId });

/** Body of `POST /knowledge/{id}/transitions`. */
export const ArticleTransition = z.strictObject({ state: ArticleState });

/** An article as the API answers it. */
export const ArticleView = z.object({
  id: RecordId,
  ...articleFields,
  state: ArticleState,
  source: ArticleSource,
  version: z.int(),
  claims: z.array(Claim),
  created_at: z.string(),
  updated_at: z.string(),
});
export type ArticleView = z.infer<typeof ArticleView>;

/** An article as a list shows it; `content` only with `full=true`. */
export const ArticleListItem = ArticleView.partial({ content: true });
export type ArticleListItem = z.infer<typeof ArticleListItem>;
