import * as z from 'zod';
import type { ArnPlace, Need } from './need.ts';

const OfTable = z.object({ TableName: z.string() });
const OfTableOrIndex = OfTable.extend({ IndexName: z.string().optional() });
const Batch = z.object({ RequestItems: z.record(z.string(), z.unknown()) });
const TransactWrite = z.object({
  TransactItems: z.array(
    z.object({
      Put: OfTable.optional(),
      Update: OfTable.optional(),
      Delete: OfTable.optional(),
      ConditionCheck: OfTable.optional(),
    }),
  ),
});
const TransactGet = z.object({ TransactItems: z.array(z.object({ Get: OfTable })) });

type Reader = (body: unknown, place: ArnPlace) => readonly Need[];

/** Rights that a request to DynamoDB needs, from its operation and body; undefined for an operation that is not known here. */
export const dynamodbNeeds = (
  operation: string,
  body: unknown,
  place: ArnPlace,
): readonly Need[] | undefined => READERS[operation]?.(body, place);

const tableArn = (name: string, { region, accountId }: ArnPlace): string =>
  name.startsWith('arn:') ? name : `arn:aws:dynamodb:${region}:${accountId}:table/${name}`;

const onTable =
  (action: string): Reader =>
  (body, place) => [
    { action: `dynamodb:${action}`, resource: tableArn(OfTable.parse(body).TableName, place) },
  ];

const onTableOrIndex =
  (action: string): Reader =>
  (body, place) => {
    const { TableName, IndexName } = OfTableOrIndex.parse(body);
    const table = tableArn(TableName, place);
    const resource = IndexName === undefined ? table : `${table}/index/${IndexName}`;
    return [{ action: `dynamodb:${action}`, resource }];
  };

const onEachTable =
  (action: string): Reader =>
  (body, place) =>
    Object.keys(Batch.parse(body).RequestItems).map((name) => ({
      action: `dynamodb:${action}`,
      resource: tableArn(name, place),
    }));

const READERS: Readonly<Record<string, Reader>> = {
  ...Object.fromEntries(
    ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'DescribeTable', 'DescribeTimeToLive'].map(
      (action) => [action, onTable(action)],
    ),
  ),
  Query: onTableOrIndex('Query'),
  Scan: onTableOrIndex('Scan'),
  BatchGetItem: onEachTable('BatchGetItem'),
  BatchWriteItem: onEachTable('BatchWriteItem'),
  // Transactions have no action of their own: each item needs what it would need alone.
  TransactGetItems: (body, place) =>
    TransactGet.parse(body).TransactItems.map(({ Get }) => ({
      action: 'dynamodb:GetItem',
      resource: tableArn(Get.TableName, place),
    })),
  TransactWriteItems: (body, place) =>
    TransactWrite.parse(body).TransactItems.flatMap((item) =>
      (
        [
          ['PutItem', item.Put],
          ['UpdateItem', item.Update],
          ['DeleteItem', item.Delete],
          ['ConditionCheckItem', item.ConditionCheck],
        ] as const
      ).flatMap(([action, part]) =>
        part ? [{ action: `dynamodb:${action}`, resource: tableArn(part.TableName, place) }] : [],
      ),
    ),
  ListTables: () => [{ action: 'dynamodb:ListTables', resource: '*' }],
};
