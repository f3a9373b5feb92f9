import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ChunkWriter, Chunk, ChunkResult } from '#core/ports/chunk-writer.ts';
import { caseCondition } from './case-condition.ts';
import { toCaseItem } from './case-item.ts';
import { itemBytes } from './item-bytes.ts';
import { toOutcomeItem } from './outcome-item.ts';
import type { OverflowTexts } from './s3-overflow-texts.ts';
import { transact, type TransactItems } from './transact.ts';

/** DynamoDB's limit of an item. */
const MOST_ITEM_BYTES = 400 * 1024;

export type ChunkTables = { readonly cases: string; readonly imports: string };

/** The answer to a refused transaction: its first item is the outcomes, the others are the rows in order. */
const refusal = (chunk: Chunk, [outcome, ...rows]: readonly string[]): ChunkResult => {
  if (outcome === 'ConditionalCheckFailed') return { kind: 'already_committed' };
  const idsWith = (code: string) =>
    chunk.writes.filter((_, index) => rows[index] === code).map(({ row }) => row.id);
  const invalid = idsWith('ValidationError');
  if (invalid.length > 0) return { kind: 'refused', ids: invalid };
  if (idsWith('ConditionalCheckFailed').length > 0) return { kind: 'stale' };
  throw new Error(`a chunk was refused: ${[outcome, ...rows].join(', ')}`);
};

/** Chunks in DynamoDB: the rows of cases and the outcomes of their records in one TransactWriteItems. */
export const dynamoChunkWriter = (
  client: DynamoDBDocumentClient,
  tables: ChunkTables,
  overflow: OverflowTexts,
): ChunkWriter => ({
  async commit(chunk) {
    const items = await Promise.all(chunk.writes.map(({ row }) => toCaseItem(row, overflow)));
    // One item above the limit fails the whole call without being named, so it is found before.
    const tooLarge = chunk.writes.filter((_, index) => itemBytes(items[index]) > MOST_ITEM_BYTES);
    if (tooLarge.length > 0) return { kind: 'refused', ids: tooLarge.map(({ row }) => row.id) };

    const outcome = {
      Put: {
        TableName: tables.imports,
        Item: toOutcomeItem(chunk.key, chunk.segment, chunk),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    };
    const rows: TransactItems = chunk.writes.map(({ expected }, index) => ({
      Put: { TableName: tables.cases, Item: items[index], ...caseCondition(expected) },
    }));
    const result = await transact(client, [outcome, ...rows]);
    return result.written ? { kind: 'committed' } : refusal(chunk, result.codes);
  },
});
