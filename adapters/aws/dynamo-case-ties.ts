import { UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { CaseTies } from '#core/links/case-ties.ts';
import type { CaseTiesStore } from '#core/ports/case-ties-store.ts';
import type { Clock } from '#core/ports/clock.ts';
import { batchGet } from './batch-get.ts';
import { conditionally } from './conditionally.ts';
import { goneFrom } from './gone-from.ts';
import { caseTiesKey } from './link-keys.ts';

const Ids = z
  .set(z.string())
  .optional()
  .transform((ids) => [...(ids ?? [])].toSorted());

const Item = z.object({
  case_id: z.string(),
  revision: z.int(),
  rested_on: Ids,
  before: Ids,
  linked: Ids,
  resolved: z.boolean().optional(),
  remedy: z.string().optional(),
});

const fromItem = (value: unknown): CaseTies => {
  const { case_id: caseId, rested_on: restedOn, resolved, remedy, ...item } = Item.parse(value);
  const known = resolved === undefined || remedy === undefined ? undefined : { resolved, remedy };
  return { ...item, caseId, restedOn, known };
};

const isTied = ({ restedOn, before, linked }: CaseTies): boolean =>
  restedOn.length + before.length + linked.length > 0;

/** Ties of cases in the table of article links, a row a case; sets, so that writers do not wait for each other. */
export const dynamoCaseTies = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): CaseTiesStore => ({
  async findMany(tenant, caseIds) {
    const keys = [...new Set(caseIds)].map((id) => caseTiesKey(tenant, id));
    const ties = (await batchGet(client, table, keys)).map(fromItem).filter(isTied);
    return new Map(ties.map((own) => [own.caseId, own]));
  },

  async know(tenant, caseId, { resolved, remedy }) {
    await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: caseTiesKey(tenant, caseId),
          UpdateExpression: 'SET resolved = :resolved, remedy = :remedy',
          ConditionExpression: 'attribute_exists(rested_on)',
          ExpressionAttributeValues: { ':resolved': resolved, ':remedy': remedy },
        }),
      ),
    );
  },

  forget: (tenant, caseId, revision) =>
    conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: caseTiesKey(tenant, caseId),
          UpdateExpression:
            'SET expires_at = :at REMOVE rested_on, #before, linked, resolved, remedy ADD revision :one',
          ConditionExpression: 'revision = :seen',
          ExpressionAttributeNames: { '#before': 'before' },
          ExpressionAttributeValues: { ':at': goneFrom(clock), ':seen': revision, ':one': 1 },
        }),
      ),
    ),
});
