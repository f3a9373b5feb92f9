import * as z from 'zod';
import { CaseMapping } from '#contracts/case-source.ts';
import { CaseSyncSettings } from '#contracts/case-sync.ts';

/** Where a function stands to reach a database: subnets that the customer names, of a network that is theirs. */
const Network = z.strictObject({
  vpcId: z.string().regex(/^vpc-([0-9a-f]{8}|[0-9a-f]{17})$/),
  availabilityZones: z.array(z.string().min(1)).min(1),
  /** Private subnets, one for each zone, in the same order. */
  subnetIds: z.array(z.string().regex(/^subnet-([0-9a-f]{8}|[0-9a-f]{17})$/)).min(1),
  /** Route tables of these subnets, in the same order: the gateway endpoints of S3 and DynamoDB stand in them. */
  routeTableIds: z.array(z.string().regex(/^rtb-([0-9a-f]{8}|[0-9a-f]{17})$/)).min(1),
  /** What guards the database; it is told to let the function in. Left out: the customer does that. */
  databaseSecurityGroupId: z
    .string()
    .regex(/^sg-([0-9a-f]{8}|[0-9a-f]{17})$/)
    .optional(),
  /** Whether to make the gateway endpoints; a network has one of each at most. */
  gatewayEndpoints: z.boolean(),
});

const address = {
  host: z.string().min(1),
  port: z.int().min(1).max(65_535),
  database: z.string().min(1),
  network: Network,
} as const;

/** How the case database is reached. */
const Connection = z.discriminatedUnion('kind', [
  /** RDS or Aurora by IAM: `resourceId` is the instance's or the cluster's, `db-…` or `cluster-…`. */
  z.strictObject({
    kind: z.literal('rds-iam'),
    ...address,
    user: z.string().min(1),
    resourceId: z.string().regex(/^(db|cluster)-[A-Z0-9]+$/),
  }),
  /** Any PostgreSQL, by a secret with `username` and `password`. */
  z.strictObject({
    kind: z.literal('secret'),
    ...address,
    secretArn: z.string().startsWith('arn:aws:secretsmanager:'),
  }),
  /** A cluster of Aurora Serverless v2 that the stage makes itself, reached by IAM. */
  z.strictObject({
    kind: z.literal('aurora'),
    database: z.string().min(1),
    user: z.string().min(1),
    network: Network,
    /** Capacity units; 0 lets it sleep. */
    capacity: z.strictObject({ min: z.number().min(0), max: z.number().min(1) }),
  }),
  /** The PostgreSQL of the laptop form. */
  z.strictObject({ kind: z.literal('local') }),
]);

/** A function's environment holds 4 KB altogether. */
const MOST_MAPPING_BYTES = 2_600;

/** A customer's case database that is followed; which statuses are resolved, all of the product share. */
export const CaseSource = CaseSyncSettings.omit({ resolvedStatuses: true }).extend({
  connection: Connection,
  mapping: CaseMapping.refine((mapping) => JSON.stringify(mapping).length <= MOST_MAPPING_BYTES, {
    error: `is longer than ${MOST_MAPPING_BYTES} characters as JSON`,
  }),
  /** CASE_MAX_RETRIES: how often the job repeats a call that failed. */
  maxRetries: z.int().min(0).max(10),
  /** CASE_RETRY_DELAY: seconds between two tries at most; chance makes them fewer. */
  retryDelaySeconds: z.int().min(1).max(3_600),
});
export type CaseSource = z.infer<typeof CaseSource>;
