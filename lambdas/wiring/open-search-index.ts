import type { SearchIndex } from '#core/ports/search-index.ts';
import type { EmbedderName } from './embedder-name.ts';
import { MODEL_NAME } from './model-name.ts';

const SQLITE = /^sqlite:(\/.+)$/;

/**
 * Opens the search index of a function by its setting SEARCH_URL, `sqlite:<absolute directory>`, for the model of its
 * setting EMBEDDER; only the chosen adapter is loaded.
 */
export const openSearchIndex = async (url: string, embedder: EmbedderName): Promise<SearchIndex> => {
  const directory = SQLITE.exec(url)?.[1];
  if (directory === undefined) throw new Error(`SEARCH_URL names no engine that is known: ${url}`);
  const { sqliteSearchIndex } = await import('#adapters/sqlite/sqlite-search-index.ts');
  return sqliteSearchIndex({ directory, model: MODEL_NAME[embedder] });
};
