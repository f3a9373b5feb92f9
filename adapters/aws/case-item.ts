import * as z from 'zod';
import { Lineage } from '#contracts/case.ts';
import type { CaseRow } from '#core/cases/case-row.ts';
import { LivingItem, livingRow, TombstoneItem, tombstoneRow, toRecordItem } from './record-item.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';
import { StoredContent } from './stored-content.ts';

const Item = z.discriminatedUnion('deleted', [
  TombstoneItem,
  LivingItem.extend({ source_updated_at: z.string().optional(), lineage: Lineage.optional() }),
]);

/** The DynamoDB item of a case; see toRecordItem. */
export const toCaseItem = (row: CaseRow, overflow: OverflowTexts): Promise<Record<string, unknown>> =>
  toRecordItem(
    row,
    row.deleted ? {} : { source_updated_at: row.sourceUpdatedAt, lineage: row.lineage },
    overflow,
  );

/** The case of a DynamoDB item, its long content read back from S3. */
export const fromCaseItem = async (value: unknown, overflow: OverflowTexts): Promise<CaseRow> => {
  const item = Item.parse(value);
  if (item.deleted) return tombstoneRow(item);
  return {
    ...(await livingRow(item, StoredContent, overflow)),
    sourceUpdatedAt: item.source_updated_at,
    lineage: item.lineage,
  };
};
