import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Component } from '#core/ports/component.ts';

/** A table is there and takes requests. */
export const dynamoTableComponent = (
  client: DynamoDBDocumentClient,
  name: string,
  table: string,
): Component => ({
  name,
  async ping() {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
    const status = Table?.TableStatus;
    if (status !== 'ACTIVE' && status !== 'UPDATING')
      throw new Error(`table ${table} is ${status ?? 'absent'}`);
  },
});
