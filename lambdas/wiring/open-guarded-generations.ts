import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoBreakerStore } from '#adapters/aws/dynamo-breaker-store.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import { guardedGenerations } from '#core/breakers/guarded-generations.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import type { EmbedderName } from './embedder-name.ts';
import { type GenerationPlaces, openGenerations } from './open-generations.ts';

type GuardedPlaces = GenerationPlaces & { readonly BREAKERS_TABLE: string };

/** The generations of the index for a function of the pipeline, which waits while what it needs is out. */
export const openGuardedGenerations = (
  client: DynamoDBDocumentClient,
  places: GuardedPlaces,
  embedderOf?: (name: EmbedderName) => Promise<Embedder>,
): SearchGenerations =>
  guardedGenerations(
    { breakers: dynamoBreakerStore(client, places.BREAKERS_TABLE), clock },
    openGenerations(client, places, embedderOf),
  );
