import { setTimeout as sleep } from 'node:timers/promises';
import type { Invocation } from '../local-context.ts';
import { batchOutcome } from './batch-outcome.ts';
import type { MappingProperties } from './mapping-properties.ts';
import type { LambdaStreamRecord } from './stream-record.ts';

/** What delivering a batch of a stream needs. */
export type StreamDelivery = {
  readonly mapping: Pick<
    MappingProperties,
    | 'BisectBatchOnFunctionError'
    | 'MaximumRetryAttempts'
    | 'MaximumRecordAgeInSeconds'
    | 'FunctionResponseTypes'
  >;
  readonly invoke: (records: readonly LambdaStreamRecord[]) => Promise<Invocation>;
  /** Hands records that are given up to the on-failure destination. */
  readonly giveUp: (
    records: readonly LambdaStreamRecord[],
    condition: string,
    attempts: number,
  ) => Promise<void>;
  readonly onError: (error: string) => void;
  readonly now: () => Date;
  readonly signal: AbortSignal;
};

const FIRST_BACKOFF_MS = 50;
const LONGEST_BACKOFF_MS = 2000;

/**
 * Delivers records in order until each is done or given up, as Lambda does: from the first that failed on, in halves
 * when bisecting is on, and at most as often and as long as the mapping says. Rejects when stopped.
 */
export const deliverStreamBatch = async (
  records: readonly LambdaStreamRecord[],
  delivery: StreamDelivery,
): Promise<void> => {
  const { mapping, signal } = delivery;
  let rest = records;
  for (let attempt = 1; rest.length > 0; attempt += 1) {
    signal.throwIfAborted();
    const done = await deliverOnce(rest, delivery);
    rest = rest.slice(done);
    if (done > 0) attempt = 0;
    if (rest.length === 0 || done > 0) continue;
    if (mapping.BisectBatchOnFunctionError && rest.length > 1) {
      const middle = Math.ceil(rest.length / 2);
      await deliverStreamBatch(rest.slice(0, middle), delivery);
      return deliverStreamBatch(rest.slice(middle), delivery);
    }
    const condition = reasonToGiveUp(rest, attempt, delivery);
    if (condition !== undefined) return delivery.giveUp(rest, condition, attempt);
    await sleep(Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - 1), LONGEST_BACKOFF_MS), undefined, { signal });
  }
};

/** Answers how many records, from the first on, are done. */
const deliverOnce = async (
  records: readonly LambdaStreamRecord[],
  delivery: StreamDelivery,
): Promise<number> => {
  const items = records.map(({ dynamodb }) => dynamodb.SequenceNumber);
  const reports = delivery.mapping.FunctionResponseTypes.length > 0;
  const outcome = batchOutcome(await delivery.invoke(records), items, reports);
  if (outcome.kind === 'error') {
    delivery.onError(outcome.error);
    return 0;
  }
  const failed = outcome.failed.map((item) => items.indexOf(item));
  return failed.length === 0 ? records.length : Math.min(...failed);
};

const reasonToGiveUp = (
  records: readonly LambdaStreamRecord[],
  attempts: number,
  { mapping, now }: StreamDelivery,
): string | undefined => {
  const { MaximumRetryAttempts: retries, MaximumRecordAgeInSeconds: maxAge } = mapping;
  if (retries >= 0 && attempts > retries) return 'RetryAttemptsExhausted';
  const created = records[0]?.dynamodb.ApproximateCreationDateTime;
  const isOld = maxAge >= 0 && created !== undefined && now().getTime() / 1000 - created > maxAge;
  return isOld ? 'RecordAgeExceeded' : undefined;
};
