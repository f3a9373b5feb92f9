import * as z from 'zod';
import { ArticleSource, Claim } from '#contracts/article.ts';
import { ArticleGeneration } from '#contracts/article-generation.ts';
import { ArticleReview } from '#contracts/article-review.ts';
import { ArticleState, Audience, Governance } from '#contracts/article-state.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { Tombstone } from '#core/records/stored-row.ts';
import { LivingItem, livingRow, TombstoneItem, tombstoneRow, toRecordItem } from './record-item.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

/** The content of an article as a row keeps it: types only, so that a tighter contract never makes it unreadable. */
const StoredContent = z.object({
  title: z.string(),
  summary: z.string().optional(),
  content: z.string(),
  category: z.string().optional(),
  product: z.string().optional(),
  tags: z.array(z.string()).optional(),
  audience: Audience,
  governance: Governance,
});

const StoredProposal = z.object({
  version: z.int(),
  madeAt: z.string(),
  contentHash: z.string(),
  baseHash: z.string(),
});

const Item = z.discriminatedUnion('deleted', [
  TombstoneItem,
  LivingItem.extend({
    state: ArticleState,
    source: ArticleSource,
    claims: z.array(Claim).optional(),
    claims_ref: z.string().optional(),
    generation: ArticleGeneration.optional(),
    review: ArticleReview.optional(),
    proposal: StoredProposal.optional(),
    merged_into: z.string().optional(),
    source_updated_at: z.string().optional(),
  }),
]);

/** Beside its content a row has room for this many bytes of claims; more go to S3. */
const MOST_CLAIM_BYTES = 48 * 1024;

const claimsIn = async ({ tenant, claims }: LivingArticle, overflow: OverflowTexts) => {
  const text = JSON.stringify(claims);
  return Buffer.byteLength(text) <= MOST_CLAIM_BYTES
    ? { claims }
    : { claims_ref: await overflow.put(tenant, text) };
};

type Living = Extract<z.infer<typeof Item>, { deleted: false }>;

const claimsOf = async ({ tenant, claims, claims_ref }: Living, overflow: OverflowTexts) =>
  claims ?? z.array(Claim).parse(JSON.parse(await overflow.get(tenant, z.string().parse(claims_ref))));

/** The DynamoDB item of an article; see toRecordItem. */
export const toArticleItem = async (
  row: LivingArticle | Tombstone,
  overflow: OverflowTexts,
): Promise<Record<string, unknown>> =>
  toRecordItem(
    row,
    row.deleted
      ? {}
      : {
          state: row.state,
          source: row.source,
          ...(await claimsIn(row, overflow)),
          generation: row.generation,
          review: row.review,
          proposal: row.proposal,
          merged_into: row.mergedInto,
          source_updated_at: row.sourceUpdatedAt,
        },
    overflow,
  );

/** The article of a DynamoDB item, its long content read back from S3. */
export const fromArticleItem = async (
  value: unknown,
  overflow: OverflowTexts,
): Promise<LivingArticle | Tombstone> => {
  const item = Item.parse(value);
  if (item.deleted) return tombstoneRow(item);
  const { state, source, generation, review, proposal } = item;
  const { merged_into: mergedInto, source_updated_at: sourceUpdatedAt } = item;
  const [living, claims] = await Promise.all([
    livingRow(item, StoredContent, overflow),
    claimsOf(item, overflow),
  ]);
  return { ...living, state, source, claims, generation, review, proposal, mergedInto, sourceUpdatedAt };
};
