import * as z from 'zod';
import { writeCaseKey } from '#contracts/case-key.ts';
import type { ListPosition } from '#core/ports/record-store.ts';
import type { StoredRow } from '#core/records/stored-row.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';

/** Lists of a tenant are spread over this many keys, so that no partition of the index takes all its writes. */
export const LIST_SHARDS = 4;

/** Tombstones live this long, in seconds, so that a late write still finds the version. */
const TOMBSTONE_SECONDS = 7 * 24 * 60 * 60;

/** A row may be 400 KB (DynamoDB's limit); content above this many bytes goes to S3. */
const MOST_INLINE_BYTES = 300 * 1024;

const Envelope = z.object({
  tenant: z.string(),
  id: z.string(),
  version: z.int(),
  updated_at: z.string(),
});

/** The item of a deleted record. */
export const TombstoneItem = Envelope.extend({
  deleted: z.literal(true),
  source_updated_at: z.string().optional(),
  by_source: z.literal(true).optional(),
});

/** The item of a living record, without what is of its kind alone. */
export const LivingItem = Envelope.extend({
  deleted: z.literal(false),
  content: z.string().optional(),
  content_ref: z.string().optional(),
  content_hash: z.string(),
  created_at: z.string(),
});

/** A small, even spread of ids over the shards; it must never change, for it is part of stored keys (FNV-1a). */
const shardOf = (id: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % LIST_SHARDS;
};

/** The index key of one shard of a tenant's list. */
export const listKey = (tenant: string, shard: number): string => `${tenant}#${shard}`;

/** The index sort key of a record: time of change, then id. */
export const listSort = (updatedAt: string, id: string): string => `${updatedAt}#${id}`;

/** Reads what `listSort` wrote. */
export const readListSort = (text: string): ListPosition => {
  const border = text.indexOf('#');
  return { updatedAt: text.slice(0, border), id: text.slice(border + 1) };
};

const secondsOf = (isoDate: string): number => Math.floor(Date.parse(isoDate) / 1_000);

/** The DynamoDB item of a row, `own` beside it when it lives; long content is written to S3 first, under its hash. */
export const toRecordItem = async (
  row: StoredRow,
  own: Readonly<Record<string, unknown>>,
  overflow: OverflowTexts,
): Promise<Record<string, unknown>> => {
  const { tenant, id, version, updatedAt, deleted } = row;
  const envelope = { pk: writeCaseKey(row), tenant, id, version, updated_at: updatedAt, deleted };
  if (deleted) {
    const expires_at = secondsOf(updatedAt) + TOMBSTONE_SECONDS;
    return { ...envelope, source_updated_at: row.sourceUpdatedAt, by_source: row.bySource, expires_at };
  }
  const text = JSON.stringify(row.content);
  const inline = Buffer.byteLength(text) <= MOST_INLINE_BYTES;
  return {
    ...envelope,
    // As JSON text: DynamoDB's own numbers, depths and keys are narrower than JSON's, and one odd value would
    // make a whole transaction fail.
    ...(inline ? { content: text } : { content_ref: await overflow.put(tenant, text) }),
    content_hash: row.contentHash,
    created_at: row.createdAt,
    ...own,
    list_key: listKey(tenant, shardOf(id)),
    list_sort: listSort(updatedAt, id),
  };
};

/** What every row says, from its item. */
const envelopeOf = ({ tenant, id, version, updated_at: updatedAt }: z.infer<typeof Envelope>) => ({
  tenant,
  id,
  version,
  updatedAt,
});

/** The row of a tombstone. */
export const tombstoneRow = (item: z.infer<typeof TombstoneItem>) =>
  ({
    ...envelopeOf(item),
    deleted: true,
    sourceUpdatedAt: item.source_updated_at,
    bySource: item.by_source,
  }) as const;

/** The row of a living record without what is of its kind alone, its long content read back from S3. */
export const livingRow = async <Content extends object>(
  item: z.infer<typeof LivingItem>,
  content: z.ZodType<Content>,
  overflow: OverflowTexts,
) => {
  const text = item.content ?? (await overflow.get(item.tenant, z.string().parse(item.content_ref)));
  return {
    ...envelopeOf(item),
    deleted: false,
    content: content.parse(JSON.parse(text)),
    contentHash: item.content_hash,
    createdAt: item.created_at,
  } as const;
};
