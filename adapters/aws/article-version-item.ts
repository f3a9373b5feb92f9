import * as z from 'zod';
import { ArticleChange } from '#contracts/article-change.ts';
import { ArticleState } from '#contracts/article-state.ts';
import type { LivingArticle } from '#core/articles/article-row.ts';
import type { KeptVersion, VersionHead } from '#core/ports/article-versions.ts';
import { fromArticleItem } from './article-item.ts';
import { versionKey } from './article-version-keys.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

const Head = z.object({
  version: z.int(),
  change: ArticleChange,
  updated_at: z.string(),
  state: ArticleState,
  title: z.string().optional(),
  erased: z.literal(true).optional(),
  gone: z.literal(true).optional(),
});

/** Attributes of a version's item that its head is made of. */
export const HEAD_ATTRIBUTES = Object.keys(Head.shape);

/** Attributes of a version's item that hold what the article said. */
export const SAID_ATTRIBUTES = [
  'title',
  'content',
  'content_ref',
  'content_hash',
  'claims',
  'claims_ref',
  'generation',
  'review',
  'proposal',
] as const;

/** The item of a version: that of its article without what lists it, and what kind of change it was. */
export const versionItem = (
  row: LivingArticle,
  { list_key: _key, list_sort: _sort, ...item }: Record<string, unknown>,
  change: ArticleChange,
): Record<string, unknown> => ({
  ...item,
  ...versionKey(row.tenant, row.id, row.version),
  change,
  title: row.content.title,
});

/** The head of a version's item; undefined for one that was removed and waits for its expiry. */
export const versionHead = (item: unknown): VersionHead | undefined => {
  const { version, change, updated_at: at, state, title, gone } = Head.parse(item);
  return gone ? undefined : { version, change, at, state, title };
};

/** The version of an item, its long content read back from S3; undefined for one that was removed. */
export const keptVersion = async (
  item: unknown,
  overflow: OverflowTexts,
): Promise<KeptVersion | undefined> => {
  const head = versionHead(item);
  if (!head) return undefined;
  if (Head.parse(item).erased) return { head, article: undefined };
  const article = await fromArticleItem(item, overflow);
  if (article.deleted) throw new Error('a version of an article is a tombstone');
  return { head, article };
};
