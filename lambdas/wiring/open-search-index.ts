import type { SearchIndex } from '#core/ports/search-index.ts';
import type { IndexName } from '#core/search/index-name.ts';

const SQLITE = /^sqlite:(\/.+)$/;
const OPENSEARCH = /^https?:\/\//;

/**
 * Opens one generation of the search index by the setting SEARCH_URL, `sqlite:<absolute directory>` or the address
 * of an OpenSearch (adapters/opensearch/search-url.ts); only the chosen adapter is loaded.
 */
export const openSearchIndex = async (url: string, name: IndexName): Promise<SearchIndex> => {
  if (OPENSEARCH.test(url)) {
    const { openOpensearch } = await import('./open-opensearch.ts');
    return openOpensearch(url, name);
  }
  const directory = SQLITE.exec(url)?.[1];
  if (directory === undefined) throw new Error(`SEARCH_URL names no engine that is known: ${url}`);
  const { sqliteSearchIndex } = await import('#adapters/sqlite/sqlite-search-index.ts');
  return sqliteSearchIndex({ directory, name });
};
