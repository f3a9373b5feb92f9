import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoGenerationStore } from '#adapters/aws/dynamo-generation-store.ts';
import { systemClock } from '#adapters/system/system-clock.ts';
import { searchGenerations } from '#core/generations/search-generations.ts';
import type { Generation } from '#core/generations/generation.ts';
import type { Embedder } from '#core/ports/embedder.ts';
import type { SearchGenerations } from '#core/ports/search-generations.ts';
import { EmbedderName } from './embedder-name.ts';
import { firstGeneration } from './first-generation.ts';
import { openSearchIndex } from './open-search-index.ts';

/** Where the generations of the index stand, where their passages are, and the model of the first one. */
export type GenerationPlaces = {
  readonly SEARCH_GENERATIONS_TABLE: string;
  readonly SEARCH_URL: string;
  readonly EMBEDDER: EmbedderName;
};

/** The model of a function that reads the index and never embeds: it has a name and is not loaded. */
const notLoaded = ({ model, dimensions }: Generation): Embedder => ({
  model,
  dimensions,
  embed: () => Promise.reject(new Error('this function embeds nothing')),
});

/** The generations of the index for a function; `embedderOf` opens the model of one, where the function embeds. */
export const openGenerations = (
  client: DynamoDBDocumentClient,
  { SEARCH_GENERATIONS_TABLE, SEARCH_URL, EMBEDDER }: GenerationPlaces,
  embedderOf?: (name: EmbedderName) => Promise<Embedder>,
): SearchGenerations => {
  const embedders = new Map<string, Promise<Embedder>>();
  /** Generations of one model share it. */
  const modelOf = async (generation: Generation): Promise<Embedder> => {
    if (!embedderOf) return notLoaded(generation);
    const name = EmbedderName.parse(generation.embedder);
    const opening = embedders.get(name) ?? embedderOf(name);
    embedders.set(name, opening);
    return opening;
  };
  return searchGenerations({
    store: dynamoGenerationStore(client, SEARCH_GENERATIONS_TABLE),
    first: firstGeneration(EMBEDDER),
    clock: systemClock,
    async open(name) {
      // A generation may be of another model than the settings say now; one that this code lacks is named by the fault.
      const [index, embedder] = await Promise.all([openSearchIndex(SEARCH_URL, name), modelOf(name)]);
      if (embedder.model !== name.model) throw new Error(`${embedder.model} is not the model ${name.model}`);
      return { name, index, embedder };
    },
  });
};
