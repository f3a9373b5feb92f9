import { KeyType, ProjectionType, ScalarAttributeType, StreamViewType } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';

const KeySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(KeyType) }));

const Projection = z.object({
  ProjectionType: z.enum(ProjectionType),
  NonKeyAttributes: z.array(z.string()).optional(),
});

/** The properties of AWS::DynamoDB::Table and GlobalTable that make a difference to programs. */
export const TableProperties = z.object({
  AttributeDefinitions: z.array(
    z.object({ AttributeName: z.string(), AttributeType: z.enum(ScalarAttributeType) }),
  ),
  KeySchema,
  GlobalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema, Projection })).optional(),
  LocalSecondaryIndexes: z.array(z.object({ IndexName: z.string(), KeySchema, Projection })).optional(),
  StreamSpecification: z.object({ StreamViewType: z.enum(StreamViewType) }).optional(),
  TimeToLiveSpecification: z
    .object({ AttributeName: z.string().optional(), Enabled: z.union([z.boolean(), z.stringbool()]) })
    .optional(),
});

/** See the schema of the same name. */
export type TableProperties = z.infer<typeof TableProperties>;
