import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Clock } from '#core/ports/clock.ts';
import type { EmbeddingScope, EmbeddingStore } from '#core/ports/embedding-store.ts';
import { batchGet } from './batch-get.ts';
import { batchPut } from './batch-put.ts';

/** After this many days a vector goes; a text that still stands is then paid for once more (docs/adr/0143). */
const KEPT_DAYS = 365;
const DAY_SECONDS = 24 * 60 * 60;

const Row = z.object({ sk: z.string(), vector: z.instanceof(Uint8Array) });

/** A tenant's vectors lie in 16 partitions a model, so that one import does not meet the limit of one of them. */
const keyOf = ({ tenant, model }: EmbeddingScope, hash: string) => ({
  pk: `${tenant}#${model}#${hash.slice(0, 1)}`,
  sk: hash,
});

const bytesOf = (vector: Float32Array): Uint8Array => {
  const view = new DataView(new ArrayBuffer(vector.length * 4));
  for (const [n, value] of vector.entries()) view.setFloat32(n * 4, value, true);
  return new Uint8Array(view.buffer);
};

const vectorOf = (bytes: Uint8Array): Float32Array => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: bytes.byteLength / 4 }, (_, n) => view.getFloat32(n * 4, true));
};

/** Embeddings in a DynamoDB table: 32-bit floats, little endian, a row a text. */
export const dynamoEmbeddingStore = (
  client: DynamoDBDocumentClient,
  table: string,
  clock: Clock,
): EmbeddingStore => ({
  async find(scope, hashes) {
    const keys = [...new Set(hashes)].map((hash) => keyOf(scope, hash));
    const items = await batchGet(client, table, keys, ['sk', 'vector']);
    return new Map(items.map((item) => Row.parse(item)).map(({ sk, vector }) => [sk, vectorOf(vector)]));
  },

  async keep(scope, vectors) {
    const expires = Math.floor(clock.now().getTime() / 1_000) + KEPT_DAYS * DAY_SECONDS;
    await batchPut(
      client,
      table,
      [...vectors].map(([hash, vector]) => ({
        ...keyOf(scope, hash),
        vector: bytesOf(vector),
        expires_at: expires,
      })),
    );
  },
});
