import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { dynamoRebuildLanes } from '#adapters/aws/dynamo-rebuild-lanes.ts';
import { systemClock as clock } from '#adapters/system/system-clock.ts';
import type { IndexStatus } from '#contracts/index-status.ts';
import { readIndexStatus } from '#core/use-cases/read-index-status.ts';
import { firstGeneration } from './first-generation.ts';
import type { GenerationPlaces } from './open-generations.ts';

/** How the generations of the index are, for functions that tell of it and never open one. */
export const openIndexStatus = (
  client: DynamoDBDocumentClient,
  { SEARCH_GENERATIONS_TABLE: table, EMBEDDER }: Omit<GenerationPlaces, 'SEARCH_URL'>,
): (() => Promise<IndexStatus>) =>
  readIndexStatus({
    store: dynamoGenerationStore(client, table),
    lanes: dynamoRebuildLanes(client, table, clock),
    first: firstGeneration(EMBEDDER),
    clock,
  });
