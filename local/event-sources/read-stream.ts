import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBStreamsClient, Shard, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { Checkpoint } from './stream-checkpoint.ts';

/** Some records of one shard, in order. */
export type StreamPage = { readonly shardId: string; readonly records: readonly StreamRecord[] };

type Reading = {
  readonly client: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly checkpoint: Checkpoint | undefined;
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
};

// A change is seen within 20 ms while changes come, within 200 ms after a pause.
const BUSY_MS = 20;
const IDLE_MS = 200;
const SLOWER = 1.05;
const PAUSE_AFTER_ERROR_MS = 250;

/** Reads a stream for ever, from after the checkpoint or from its beginning; an error is reported and tried again. */
export async function* readStream(reading: Reading): AsyncGenerator<StreamPage> {
  const { signal, onError } = reading;
  const place = placeOf(reading);
  let delay = BUSY_MS;
  while (!signal.aborted) {
    try {
      const page = await nextPage(reading, place);
      if (page.records.length > 0) {
        yield page;
        place.sequenceNumber = page.records.at(-1)?.dynamodb?.SequenceNumber;
        delay = BUSY_MS;
        continue;
      }
      delay = Math.min(IDLE_MS, delay * SLOWER);
      await sleep(delay, undefined, { signal });
    } catch (error) {
      if (signal.aborted) return;
      onError(error);
      place.iterator = undefined;
      await sleep(PAUSE_AFTER_ERROR_MS);
    }
  }
}

type Place = { shardId?: string; sequenceNumber?: string; iterator?: string };

// A table made anew counts from 1 again, so the checkpoint of another stream is none.
const placeOf = ({ checkpoint, streamArn }: Reading): Place =>
  checkpoint?.streamArn === streamArn
    ? { shardId: checkpoint.shardId, sequenceNumber: checkpoint.sequenceNumber }
    : {};

const nextPage = async (reading: Reading, place: Place): Promise<StreamPage> => {
  const { client, streamArn } = reading;
  place.shardId ??= firstShard(await listShards(client, streamArn));
  if (place.shardId === undefined) return { shardId: '', records: [] };
  const { shardId } = place;
  place.iterator ??= await openShard(client, streamArn, shardId, place.sequenceNumber);
  const { Records = [], NextShardIterator } = await client.send(
    new GetRecordsCommand({ ShardIterator: place.iterator }),
  );
  place.iterator = NextShardIterator;
  // A closed shard that has been read to its end goes on in its child.
  if (NextShardIterator === undefined && Records.length === 0) await moveToChild(reading, place, shardId);
  return { shardId, records: Records };
};

const moveToChild = async ({ client, streamArn }: Reading, place: Place, parent: string): Promise<void> => {
  const child = childShard(await listShards(client, streamArn), parent);
  if (child === undefined) return;
  place.shardId = child;
  place.sequenceNumber = undefined;
};

const listShards = async (client: DynamoDBStreamsClient, streamArn: string): Promise<readonly Shard[]> => {
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
  return StreamDescription?.Shards ?? [];
};

const firstShard = (shards: readonly Shard[]): string | undefined => {
  const ids = new Set(shards.map(({ ShardId }) => ShardId));
  return shards.find(({ ParentShardId }) => ParentShardId === undefined || !ids.has(ParentShardId))?.ShardId;
};

const childShard = (shards: readonly Shard[], parent: string): string | undefined =>
  shards.find(({ ParentShardId }) => ParentShardId === parent)?.ShardId;

const openShard = async (
  client: DynamoDBStreamsClient,
  streamArn: string,
  shardId: string,
  after: string | undefined,
): Promise<string | undefined> => {
  const { ShardIterator } = await client.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ShardIteratorType: after === undefined ? 'TRIM_HORIZON' : 'AFTER_SEQUENCE_NUMBER',
      SequenceNumber: after,
    }),
  );
  return ShardIterator;
};
