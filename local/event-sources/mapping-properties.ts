import { z } from 'zod';

const Flag = z.union([z.boolean(), z.stringbool()]);
const Count = z.coerce.number().int();

/** The properties of AWS::Lambda::EventSourceMapping for queues and streams; others stop the start. */
export const MappingProperties = z.strictObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: Flag.default(true),
  BatchSize: Count.optional(),
  MaximumBatchingWindowInSeconds: z.coerce.number().default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: Count }).optional(),
  StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']).default('TRIM_HORIZON'),
  ParallelizationFactor: Count.default(1),
  BisectBatchOnFunctionError: Flag.default(false),
  MaximumRetryAttempts: Count.default(-1),
  MaximumRecordAgeInSeconds: Count.default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }) }).optional(),
  // Known and of no consequence here.
  Tags: z.unknown().optional(),
  MetricsConfig: z.unknown().optional(),
});

/** See the schema of the same name. */
export type MappingProperties = z.infer<typeof MappingProperties>;
