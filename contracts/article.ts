import * as z from 'zod';
import { ArticleGeneration } from './article-generation.ts';
import { ArticleReview } from './article-review.ts';
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

/** One statement of an article, the cases that it rests on, and their words: `quotes[n]` stands in the case `case_ids[n]`. */
export const Claim = z.object({
  text: z.string(),
  case_ids: z.array(RecordId),
  quotes: z.array(z.string()),
  /** `editor`: a person wrote or changed it and answers for it; left out, it rests on its cases. */
  by: z.literal('editor').optional(),
});
export type Claim = z.infer<typeof Claim>;

/** Who wrote an article: a person, or the generation from cases. */
export const ArticleSource = z.enum(['manual', 'generated']);
export type ArticleSource = z.infer<typeof ArticleSource>;

/** The id of a new article: any but the words that stand in its place in a path. */
export const ArticleId = RecordId.refine((id) => id !== 'review-queue', {
  message: 'is not free: it names the review queue',
});

/** Body of `POST /knowledge`; the id is made when absent, the state is `work_in_progress`. */
export const NewArticle = z.strictObject({ id: ArticleId.optional(), ...articleFields });

/** Body of `PUT /knowledge/{id}`; fields that the server owns are taken and ignored, so that an answer of GET can be sent back. */
export const ArticleReplacement = z.strictObject({
  id: RecordId.optional(),
  ...articleFields,
  state: z.unknown().optional(),
  source: z.unknown().optional(),
  claims: z.unknown().optional(),
  generation: z.unknown().optional(),
  review: z.unknown().optional(),
  proposal: z.unknown().optional(),
  merged_into: z.unknown().optional(),
  version: z.unknown().optional(),
  created_at: z.unknown().optional(),
  updated_at: z.unknown().optional(),
});

/** Path of everything that concerns one article. */
export const ArticlePath = z.strictObject({ id: RecordId });

/** What a person says about a change of an article; it is kept with the version. */
export const ChangeReason = filled(2_000);

/** Body of `POST /knowledge/{id}/transitions`; `audience` changes for whom it is in the same step. */
export const ArticleTransition = z.strictObject({
  state: ArticleState,
  audience: Audience.optional(),
  reason: ChangeReason.optional(),
});
export type ArticleTransition = z.infer<typeof ArticleTransition>;

/** An article as the API answers it. */
export const ArticleView = z.object({
  id: RecordId,
  ...articleFields,
  state: ArticleState,
  source: ArticleSource,
  version: z.int(),
  claims: z.array(Claim),
  generation: ArticleGeneration.optional(),
  review: ArticleReview.optional(),
  /** What it should say now, waiting for a person: the version that says it. */
  proposal: z.object({ version: z.int(), made_at: z.string() }).optional(),
  /** The article that says the same in its place. */
  merged_into: RecordId.optional(),
  created_at: z.string(),
  updated_at: z.string(),
});
export type ArticleView = z.infer<typeof ArticleView>;

/** An article as a list shows it; `content` only with `full=true`. */
export const ArticleListItem = ArticleView.partial({ content: true });
export type ArticleListItem = z.infer<typeof ArticleListItem>;
