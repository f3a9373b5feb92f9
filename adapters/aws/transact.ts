import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { decorrelatedJitterGenerator, ExponentialBackoff, handleWhen, retry } from 'cockatiel';

/** The parts of a transaction. */
export type TransactItems = NonNullable<TransactWriteCommandInput['TransactItems']>;

/** What became of a transaction: written whole, or nothing written and one code an item (`None` where it is not at fault). */
export type TransactResult =
  | { readonly written: true }
  | { readonly written: false; readonly codes: readonly string[] };

/** Reasons that pass by themselves; DynamoDB tells them item by item. */
const PASSING: ReadonlySet<string> = new Set([
  'None',
  'TransactionConflict',
  'ThrottlingError',
  'ProvisionedThroughputExceeded',
]);

const codesOf = (error: TransactionCanceledException): readonly string[] =>
  (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');

const passesByItself = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error instanceof TransactionCanceledException) {
    const codes = codesOf(error);
    return codes.length > 0 && codes.every((code) => PASSING.has(code));
  }
  return error.name === 'TransactionInProgressException';
};

/** Eight tries within some five seconds; then the message goes back to its queue. */
const retrying = retry(handleWhen(passesByItself), {
  maxAttempts: 7,
  backoff: new ExponentialBackoff({
    generator: decorrelatedJitterGenerator,
    initialDelay: 30,
    maxDelay: 1_500,
  }),
});

/** Writes all or nothing; conflicts with other transactions and throttling are waited out, bounded and jittered. */
export const transact = async (
  client: DynamoDBDocumentClient,
  items: TransactItems,
): Promise<TransactResult> => {
  try {
    await retrying.execute(() => client.send(new TransactWriteCommand({ TransactItems: items })));
    return { written: true };
  } catch (error) {
    if (error instanceof TransactionCanceledException && !passesByItself(error)) {
      return { written: false, codes: codesOf(error) };
    }
    throw error;
  }
};
