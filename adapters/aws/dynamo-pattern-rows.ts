import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DomainError } from '#core/domain-error.ts';
import type { Clock } from '#core/ports/clock.ts';
import type { PatternStore } from '#core/ports/pattern-store.ts';
import { conditionally } from './conditionally.ts';
import { goneFrom } from './gone-from.ts';
import { fromPatternItem, patternKey, toPatternItem } from './pattern-item.ts';

/** What was taken away counts as not there; versions of ours begin at 1. */
const condition = (expected: number) =>
  expected === 0
    ? {
        ConditionExpression: 'attribute_not_exists(pk) OR gone = :gone',
        ExpressionAttributeValues: { ':gone': true },
      }
    : {
        ConditionExpression: 'version = :expected AND attribute_not_exists(gone)',
        ExpressionAttributeValues: { ':expected': expected },
      };

const mismatch = (id: string): DomainError =>
  new DomainError('version_mismatch', `pattern ${id} was changed by somebody else`);

/** The rows of patterns by themselves, for who needs no list of their cases; see dynamoPatternStore. */
export const dynamoPatternRows = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): Pick<PatternStore, 'find' | 'write' | 'remove'> => ({
  async find(tenant, id) {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: patternKey(tenant, id), ConsistentRead: true }),
    );
    return Item && fromPatternItem(Item);
  },

  async write(pattern, expected) {
    const put = new PutCommand({ TableName: table, Item: toPatternItem(pattern), ...condition(expected) });
    if (!(await conditionally(client.send(put)))) throw mismatch(pattern.id);
  },

  async remove(tenant, id, expected) {
    const { ConditionExpression, ExpressionAttributeValues } = condition(expected);
    // No function of ours may delete rows; DynamoDB removes what has expired.
    const update = new UpdateCommand({
      TableName: table,
      Key: patternKey(tenant, id),
      UpdateExpression: 'SET gone = :yes, expires_at = :at',
      ConditionExpression,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ':yes': true, ':at': goneFrom(clock) },
    });
    if (!(await conditionally(client.send(update)))) throw mismatch(id);
  },
});
