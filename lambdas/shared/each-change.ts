import type { DynamoDBBatchResponse } from 'aws-lambda';
import * as z from 'zod';
import { readCaseKey } from '#contracts/case-key.ts';
import type { RecordKey, RecordKind } from '#contracts/record-key.ts';
import { log } from './log.ts';
import { measure } from './measure.ts';
import type { MetricName } from './metric-list.ts';
import { observed } from './observed.ts';

/** `arn:aws:dynamodb:<region>:<account>:table/<name>/stream/<label>` */
const TABLE_OF_STREAM = /:table\/([^/]+)\/stream\//;

const Changes = z.object({
  Records: z.array(
    z.object({
      eventSourceARN: z.string(),
      dynamodb: z.object({
        Keys: z.object({ pk: z.object({ S: z.string() }) }),
        /** Second of the epoch at which the row changed. */
        ApproximateCreationDateTime: z.number().optional(),
      }),
    }),
  ),
});
type Change = z.infer<typeof Changes>['Records'][number];

const keyOf =
  (kindOfTable: ReadonlyMap<string, RecordKind>) =>
  ({ eventSourceARN, dynamodb }: Change): RecordKey => {
    const kind = kindOfTable.get(TABLE_OF_STREAM.exec(eventSourceARN)?.[1] ?? '');
    if (!kind) throw new Error(`${eventSourceARN} is the stream of no table of records`);
    return { ...readCaseKey(dynamodb.Keys.pk.S), kind };
  };

/** How long the oldest change of a batch has waited. */
const lagOf = (changes: readonly Change[], now: number): number => {
  const times = changes.map(({ dynamodb }) => dynamodb.ApproximateCreationDateTime ?? now / 1000);
  return Math.max(0, Math.round(now - 1000 * Math.min(...times)));
};

const distinct = (keys: readonly RecordKey[]): readonly RecordKey[] => [
  ...new Map(keys.map((key) => [JSON.stringify([key.kind, key.tenant, key.id]), key])).values(),
];

/** The metrics of a follower of streams: changes handled, age of the oldest and duration of a batch; each costs. */
type Meters = { readonly keys: MetricName; readonly lag?: MetricName; readonly duration?: MetricName };

/** The handler of the streams of records: the keys that changed, each once; a fault gives the whole batch back to the stream. */
export const eachChange = (
  kindOfTable: ReadonlyMap<string, RecordKind>,
  handle: (keys: readonly RecordKey[]) => Promise<void>,
  meters: Meters,
) =>
  observed(async (event: unknown): Promise<DynamoDBBatchResponse> => {
    const started = performance.now();
    const changes = Changes.parse(event).Records;
    const keys = distinct(changes.map(keyOf(kindOfTable)));
    const lag = lagOf(changes, performance.timeOrigin + started);
    if (meters.lag) measure(meters.lag, lag);
    log('CHANGES_STARTED', { keys: keys.length, lag_ms: lag });
    await handle(keys);
    const duration = performance.now() - started;
    measure(meters.keys, keys.length);
    if (meters.duration) measure(meters.duration, duration);
    log('CHANGES_COMPLETED', { keys: keys.length, duration_ms: Math.round(duration) });
    return { batchItemFailures: [] };
  });
