import { dynamodbTable } from './dynamodb-table.ts';
import type { ResourceType } from '../resource-type.ts';

/** What CDK's TableV2 makes: a table with a list of replicas, of which the laptop form has one. */
export const dynamodbGlobalTable: ResourceType = { ...dynamodbTable, type: 'AWS::DynamoDB::GlobalTable' };
