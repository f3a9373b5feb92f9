import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoEmbeddingStore } from '#adapters/aws/dynamo-embedding-store.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { storedEmbedder } from '#core/embedding/stored-embedder.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { createTable, startDynamo } from '#test/support/emulators.ts';
import { fixedClock } from '#test/support/fixed-clock.ts';
import { EMBEDDINGS_TABLE } from '#test/support/tables.ts';
import { rate, type Rate } from './rate.ts';

/** The rate at which vectors are read that are all kept in a table of the DynamoDB emulator: what reading costs instead of computing. */
export const keptRate = async (
  model: Embedder,
  texts: readonly string[],
  seconds: number,
): Promise<Rate> => {
  const dynamo = await startDynamo();
  try {
    const table = await createTable(dynamo.client, EMBEDDINGS_TABLE);
    const store = dynamoEmbeddingStore(DynamoDBDocumentClient.from(dynamo.client), table, fixedClock());
    const embedder = storedEmbedder({ model, store, hasher: nodeHasher });
    await embedder.embed(texts, { tenant: 'bench', purpose: 'passage' });
    return await rate(embedder, texts, seconds);
  } finally {
    await dynamo.stop();
  }
};
