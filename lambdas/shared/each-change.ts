import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { readCaseKey, type CaseKey } from '#contracts/case-key.ts';
import { metrics } from './metrics.ts';
import { observed } from './observed.ts';

const Changes = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ Keys: z.object({ pk: z.object({ S: z.string() }) }) }) })),
});

/** The handler of the cases stream: the keys that changed, each once; a fault gives the whole batch back to the stream. */
export const eachChange = (handle: (keys: readonly CaseKey[]) => Promise<void>) =>
  observed(async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const changed = Changes.parse(event).Records.map(({ dynamodb }) => dynamodb.Keys.pk.S);
    const keys = [...new Set(changed)].map(readCaseKey);
    metrics.addMetric('KeysChanged', MetricUnit.Count, keys.length);
    await handle(keys);
    return { batchItemFailures: [] };
  });
