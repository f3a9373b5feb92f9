import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Lineage } from '#contracts/case.ts';
import { writeCaseKey } from '#contracts/case-key.ts';
import type { CaseHead, CaseHeads } from '#core/ports/case-heads.ts';
import { batchGet } from './batch-get.ts';

const Item = z.discriminatedUnion('deleted', [
  z.object({
    deleted: z.literal(true),
    id: z.string(),
    version: z.int(),
    updated_at: z.string(),
    source_updated_at: z.string().optional(),
  }),
  z.object({
    deleted: z.literal(false),
    id: z.string(),
    version: z.int(),
    content_hash: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    source_updated_at: z.string().optional(),
    lineage: Lineage.pick({ import_id: true }).optional(),
  }),
]);

const fromItem = (value: unknown): CaseHead => {
  const item = Item.parse(value);
  const shared = {
    id: item.id,
    version: item.version,
    updatedAt: item.updated_at,
    sourceUpdatedAt: item.source_updated_at,
  };
  return item.deleted
    ? { ...shared, deleted: true }
    : {
        ...shared,
        deleted: false,
        contentHash: item.content_hash,
        createdAt: item.created_at,
        importId: item.lineage?.import_id,
      };
};

/** All but the content, which is most of a row. */
const HEAD = [
  'id',
  'version',
  'deleted',
  'content_hash',
  'created_at',
  'updated_at',
  'source_updated_at',
  'lineage',
];

/** Heads of cases from the cases table; long contents in S3 are not touched. */
export const dynamoCaseHeads = (client: DynamoDBDocumentClient, table: string): CaseHeads => ({
  async findMany(tenant, ids) {
    const keys = [...new Set(ids)].map((id) => ({ pk: writeCaseKey({ tenant, id }) }));
    const heads = (await batchGet(client, table, keys, HEAD)).map(fromItem);
    return new Map(heads.map((head) => [head.id, head]));
  },
});
