import { opensearchSearchIndex } from '#adapters/opensearch/opensearch-search-index.ts';
import { readSearchUrl } from '#adapters/opensearch/search-url.ts';

/** The adapter on an OpenSearch at this address; it waits as long as a busy machine takes, and not at all between tries. */
export const anOpensearchIndex = (url: string, model = 'M-8') =>
  opensearchSearchIndex({
    url: readSearchUrl(url),
    name: { model, dimensions: 8, generation: 1 },
    credentials: async () => ({ accessKeyId: 'AKID', secretAccessKey: 'secret', sessionToken: 'token' }),
    patience: { milliseconds: 30_000, tries: 2 },
    pause: { before: async () => undefined },
  });
