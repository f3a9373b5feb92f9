import { createHash } from 'node:crypto';
import type {
  AttributeValue,
  StreamRecord as StreamChange,
  _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';

/** A change as Lambda hands it to a function (one record of a DynamoDBStreamEvent). */
export const lambdaStreamRecord = (record: StreamRecord, eventSourceARN: string) => ({
  eventID: createHash('md5')
    .update(`${eventSourceARN} ${record.dynamodb?.SequenceNumber ?? ''}`)
    .digest('hex'),
  eventName: record.eventName ?? 'MODIFY',
  eventVersion: record.eventVersion ?? '1.1',
  eventSource: 'aws:dynamodb',
  awsRegion: eventSourceARN.split(':')[3] ?? '',
  dynamodb: wireChange(record.dynamodb ?? {}),
  ...(record.userIdentity !== undefined && {
    userIdentity: { type: record.userIdentity.Type, principalId: record.userIdentity.PrincipalId },
  }),
  eventSourceARN,
});

/** See the function that makes it. */
export type LambdaStreamRecord = ReturnType<typeof lambdaStreamRecord>;

const wireChange = ({
  ApproximateCreationDateTime: created,
  NewImage,
  OldImage,
  ...change
}: StreamChange) => ({
  ...(created !== undefined && { ApproximateCreationDateTime: Math.floor(created.getTime() / 1000) }),
  Keys: wireItem(change.Keys ?? {}),
  ...(NewImage !== undefined && { NewImage: wireItem(NewImage) }),
  ...(OldImage !== undefined && { OldImage: wireItem(OldImage) }),
  SequenceNumber: change.SequenceNumber ?? '',
  SizeBytes: change.SizeBytes ?? 0,
  StreamViewType: change.StreamViewType ?? 'KEYS_ONLY',
});

const wireItem = (item: Record<string, AttributeValue>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, wireValue(value)]));

// The SDK gives binary values as bytes; on the wire and in events they are base64.
const wireValue = (value: AttributeValue): unknown => {
  if (value.B !== undefined) return { B: Buffer.from(value.B).toString('base64') };
  if (value.BS !== undefined) return { BS: value.BS.map((bytes) => Buffer.from(bytes).toString('base64')) };
  if (value.L !== undefined) return { L: value.L.map(wireValue) };
  if (value.M !== undefined) return { M: wireItem(value.M) };
  return value;
};
