import type { LambdaStreamRecord } from './stream-record.ts';

type Failure = {
  readonly records: readonly LambdaStreamRecord[];
  readonly condition: string;
  readonly attempts: number;
  readonly functionArn: string;
  readonly shardId: string;
  readonly requestId: string;
  readonly now: Date;
};

/** What Lambda sends to the on-failure destination of a stream: where the records are, not the records. */
export const streamFailure = ({
  records,
  condition,
  attempts,
  functionArn,
  shardId,
  requestId,
  now,
}: Failure) => {
  const [first, last] = [records[0], records.at(-1)];
  return {
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: attempts },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: now.toISOString(),
    DDBStreamBatchInfo: {
      shardId,
      startSequenceNumber: first?.dynamodb.SequenceNumber,
      endSequenceNumber: last?.dynamodb.SequenceNumber,
      approximateArrivalOfFirstRecord: arrival(first),
      approximateArrivalOfLastRecord: arrival(last),
      batchSize: records.length,
      streamArn: first?.eventSourceARN,
    },
  };
};

const arrival = (record: LambdaStreamRecord | undefined): string | undefined => {
  const seconds = record?.dynamodb.ApproximateCreationDateTime;
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
};
