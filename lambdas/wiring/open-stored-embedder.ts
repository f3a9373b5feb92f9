import * as z from 'zod';
import { documentClient } from '#adapters/aws/clients.ts';
import { dynamoEmbeddingStore } from '#adapters/aws/dynamo-embedding-store.ts';
import { nodeHasher } from '#adapters/system/node-hasher.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { storedEmbedder } from '#core/embedding/stored-embedder.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import { readEnv } from '#lambdas/shared/read-env.ts';
import type { EmbedderName } from './embedder-name.ts';
import { measuredEmbedder } from './measured-embedder.ts';
import { measuredEmbeddingStore } from './measured-embedding-store.ts';
import { openEmbedder } from './open-embedder.ts';

/**
 * Opens the embedder of passages by the setting EMBEDDER: what a slow or paid model gave is kept in EMBEDDINGS_TABLE.
 * The static table goes without: its vectors cost less to make than to read (docs/adr/0143).
 */
export const openStoredEmbedder = async (name: EmbedderName): Promise<Embedder> => {
  const model = measuredEmbedder(await openEmbedder(name));
  if (name === 'static') return model;
  const { EMBEDDINGS_TABLE } = readEnv({ EMBEDDINGS_TABLE: z.string() });
  const store = dynamoEmbeddingStore(documentClient(), EMBEDDINGS_TABLE, systemClock);
  return storedEmbedder({ model, store: measuredEmbeddingStore(store), hasher: nodeHasher });
};
