import * as z from 'zod';
import { ArticleSource, Claim } from '#contracts/article.ts';
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

const Item = z.discriminatedUnion('deleted', [
  TombstoneItem,
  LivingItem.extend({
    state: ArticleState,
    source: ArticleSource,
    claims: z.array(Claim),
    source_updated_at: z.string().optional(),
  }),
]);

/** The DynamoDB item of an article; see toRecordItem. */
export const toArticleItem = (
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
          claims: row.claims,
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
  const { state, source, claims, source_updated_at: sourceUpdatedAt } = item;
  return { ...(await livingRow(item, StoredContent, overflow)), state, source, claims, sourceUpdatedAt };
};
